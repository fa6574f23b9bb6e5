package io.plimsoll.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class LastRegimeTest {

    private static final double NONE = Double.NaN;

    @Test
    void aJumpIsFoundUnderItsSeason() {
        double[] values = series(200, day -> (day < 120 ? 500 : 350) + 40 * Math.sin(day * 2 * Math.PI / 7));

        assertThat(LastRegime.start(values, List.of(7, 365))).isEqualTo(120);
    }

    // Weekends are a share of the week's level: the jump moves them by less than the working days.
    @Test
    void aJumpIsFoundUnderASeasonThatGrowsWithTheLevel() {
        double[] values = series(100, day -> (day < 58 ? 1_700 : 2_850) * (day % 7 < 2 ? 0.63 : 1));

        assertThat(LastRegime.start(values, List.of(7, 365))).isEqualTo(58);
    }

    @Test
    void theLastOfSeveralJumpsCounts() {
        double[] values = series(300, day -> day < 100 ? 50 : day < 220 ? 200 : 90);

        assertThat(LastRegime.start(values, List.of(7))).isEqualTo(220);
    }

    @Test
    void stepsMissingBeforeTheFirstValueAreCounted() {
        double[] values = series(200, day -> day < 40 ? NONE : day < 120 ? 500 : 350);

        assertThat(LastRegime.start(values, List.of(7))).isEqualTo(120);
    }

    @Test
    void aTrendIsNoJump() {
        assertThat(LastRegime.start(series(300, day -> 3 * day), List.of(7))).isZero();
    }

    @Test
    void aBurstIsNoNewLevel() {
        assertThat(LastRegime.start(series(200, day -> day >= 150 && day < 156 ? 900 : 20), List.of(7)))
                .isZero();
    }

    @Test
    void randomWalksRarelyJump() {
        int jumps = 0;
        for (int walk = 0; walk < 100; walk++) {
            SplittableRandom random = new SplittableRandom(walk);
            double[] values = new double[250];
            for (int i = 1; i < values.length; i++) {
                values[i] = values[i - 1] + random.nextGaussian();
            }
            jumps += LastRegime.start(values, List.of(7)) > 0 ? 1 : 0;
        }
        assertThat(jumps).isLessThanOrEqualTo(25);
    }

    @Test
    void whatIsShortOrEmptyHasNoRegimes() {
        assertThat(LastRegime.start(new double[0], List.of())).isZero();
        assertThat(LastRegime.start(new double[] {NONE, 1, 9}, List.of(7))).isZero();
    }

    @Test
    void theForecastFollowsTheLevelAfterTheJump() {
        double[] values = series(200, day -> (day < 120 ? 500 : 350) + 40 * Math.sin(day * 2 * Math.PI / 7));
        ForecastOptions options = ForecastOptions.daily(10);

        Forecast forecast =
                new Forecaster(options.withRegimeStart(LastRegime.start(values, options.periods()))).forecast(values);

        assertThat(Arrays.stream(forecast.mean()).average().orElseThrow()).isBetween(335.0, 365.0);
        assertThat(forecast.hi95()[9] - forecast.lo95()[9]).isLessThan(60);
    }

    @Test
    void aDomainWidensToWhatWasSeen() {
        assertThat(Domain.UNIT.widenedTo(new double[] {0, NONE, 1})).isEqualTo(Domain.UNIT);
        assertThat(Domain.UNIT.widenedTo(new double[] {0.5, 1.2})).isEqualTo(Domain.NON_NEGATIVE);
        assertThat(Domain.UNIT.widenedTo(new double[] {1.2, -0.1})).isEqualTo(Domain.REAL);
        assertThat(Domain.NON_NEGATIVE.widenedTo(new double[] {-3})).isEqualTo(Domain.REAL);
    }

    private static double[] series(int days, IntToDoubleFunction level) {
        SplittableRandom random = new SplittableRandom(3);
        double[] values = new double[days];
        for (int day = 0; day < days; day++) {
            values[day] = level.applyAsDouble(day) + 5 * random.nextGaussian();
        }
        return values;
    }
}
