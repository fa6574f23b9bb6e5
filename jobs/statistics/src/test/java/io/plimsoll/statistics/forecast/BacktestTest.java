package io.plimsoll.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BacktestTest {
    @Test
    void testsTheLastFourHorizonsOfALongSeries() {
        Backtest backtest = Backtest.of(new double[1_000], 48, true);

        assertThat(backtest.learnt()).isEqualTo(1_000 - 4 * 48);
        assertThat(backtest.origins()).isEqualTo(6);
        assertThat(backtest.horizon()).isEqualTo(48);
        assertThat(backtest.tested()).isEqualTo(192);
    }

    @Test
    void testsNoMoreThanAThirdOfAShortSeries() {
        Backtest backtest = Backtest.of(new double[60], 18, false);

        assertThat(backtest.learnt()).isEqualTo(40);
        assertThat(backtest.horizon()).isEqualTo(18);
    }

    @Test
    void aHorizonLongerThanAThirdMayTakeHalf() {
        assertThat(Backtest.of(new double[60], 25, false).horizon()).isEqualTo(25);
        assertThat(Backtest.of(new double[60], 90, false).horizon()).isEqualTo(30);
    }

    @Test
    void theHorizonIsCutShortAtTheEndOfTheSeries() {
        Backtest backtest = Backtest.of(new double[30], 4, false);

        assertThat(backtest.seen(0)).isEqualTo(4);
        assertThat(backtest.seen(backtest.origins() - 1)).isEqualTo(1);
    }

    @Test
    void fourValuesLeaveOneToTest() {
        Backtest backtest = Backtest.of(new double[] {1, 2, 3, 5}, 12, false);

        assertThat(backtest.learnt()).isEqualTo(3);
        assertThat(backtest.error(new double[][] {{4}})).isEqualTo(1);
    }

    @Test
    void aStepWithoutAValueIsNotJudged() {
        double[] values = new double[12];
        Arrays.fill(values, 8, 12, Double.NaN);
        values[9] = 7;
        Backtest backtest = Backtest.of(values, 1, false);

        double[][] forecasts = new double[backtest.origins()][1];

        assertThat(backtest.canJudge()).isTrue();
        assertThat(backtest.tested()).isEqualTo(1);
        assertThat(backtest.error(forecasts)).isEqualTo(7);
    }
}
