package io.plimsoll.statistics.forecast.seasonal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ClassicalDecompositionTest {
    @Test
    void findsAnAdditiveSeasonOnATrend() {
        double[] season = {3, -1, -4, 2};
        double[] values = new double[24];
        Arrays.setAll(values, i -> 10 + 2 * i + season[i % 4]);

        ClassicalDecomposition found = ClassicalDecomposition.of(values, 24, 4, false);

        assertThat(found.figures()).containsExactly(season, within(1e-12));
    }

    @Test
    void findsAMultiplicativeSeasonOfAnOddPeriod() {
        double[] season = {1.2, 0.9, 0.9};
        double[] values = new double[18];
        Arrays.setAll(values, i -> 50 * season[i % 3]);

        ClassicalDecomposition found = ClassicalDecomposition.of(values, 18, 3, true);

        assertThat(found.figures()).containsExactly(season, within(1e-12));
        assertThat(found.adjust(values, 18)).containsOnly(new double[] {50}, within(1e-9));
    }

    @Test
    void restoresTheSeasonWhereTheForecastBegins() {
        ClassicalDecomposition season = new ClassicalDecomposition(new double[] {1, -1}, false);
        double[] forecasts = {10, 10, 10};

        season.restore(forecasts, 7);

        assertThat(forecasts).containsExactly(9, 11, 9);
    }

    @Test
    void aMultiplicativeSeasonOfZeroIsAnError() {
        assertThatThrownBy(() -> ClassicalDecomposition.of(new double[] {1, 2, 0, 2, 1, 2}, 6, 2, true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a multiplicative season needs values above 0: step 2 is 0.0");
    }

    @Test
    void aJumpOfTheLevelDoesNotMoveTheFiguresOfARobustSeason() {
        double[] season = {1.2, 0.9, 0.9};
        double[] values = new double[30];
        Arrays.setAll(values, i -> (i < 16 ? 50 : 90) * season[i % 3]);

        ClassicalDecomposition found = ClassicalDecomposition.robust(values, 3, true);

        assertThat(found.figures()).containsExactly(season, within(1e-12));
        assertThat(ClassicalDecomposition.of(values, 30, 3, true).figures()[0]).isNotCloseTo(1.2, within(1e-3));
    }

    @Test
    void aRobustSeasonNeedsThreeCyclesAndFactorsNeedPositiveValues() {
        assertThatThrownBy(() -> ClassicalDecomposition.robust(new double[] {1, 2, 1, 2, 1}, 2, false))
                .hasMessage("robust decomposition needs three cycles: period 2, values 5");
        assertThatThrownBy(() -> ClassicalDecomposition.robust(new double[] {1, 2, 0, 2, 1, 2}, 2, true))
                .hasMessage("a multiplicative season needs values above 0");
    }
}
