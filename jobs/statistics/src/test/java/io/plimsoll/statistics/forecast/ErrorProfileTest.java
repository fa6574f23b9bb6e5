package io.plimsoll.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.junit.jupiter.api.Test;

class ErrorProfileTest {
    private static final int HORIZON = 10;

    @Test
    void independentErrorsAreStretchedByOneOverTheRootOfTheirNumber() {
        // Errors of 1 and -1 in turn: the correlation of neighbours is not above 0, so the 120 steps tested are 120
        // errors.
        double[] values =
                IntStream.range(0, 400).mapToDouble(i -> i % 2 == 0 ? 1 : -1).toArray();

        ErrorProfile profile = ofZeroForecasts(values);

        assertThat(profile.persistence()).isZero();
        assertThat(profile.bound(0, 0.95, 0)).isCloseTo(1 + 1 / Math.sqrt(120), within(1e-12));
    }

    @Test
    void errorsThatNeverChangeSignAreWorthOne() {
        double[] values = IntStream.range(0, 400).mapToDouble(i -> 1).toArray();

        ErrorProfile profile = ofZeroForecasts(values);

        assertThat(profile.persistence()).isEqualTo(0.99);
        assertThat(profile.bound(0, 0.95, 0)).isCloseTo(2, within(1e-12));
    }

    @Test
    void ratiosAreBoundedByFactors() {
        // Twice and half of 8 in turn: a ratio of 2 either way.
        double[] values =
                IntStream.range(0, 400).mapToDouble(i -> i % 2 == 0 ? 16 : 4).toArray();
        Backtest backtest = Backtest.of(values, HORIZON, false);
        double[][] forecasts = new double[backtest.origins()][HORIZON];
        Arrays.stream(forecasts).forEach(row -> Arrays.fill(row, 8));

        ErrorProfile profile = ErrorProfile.of(backtest, forecasts, Scale.LOG);

        double factor = Math.pow(2, 1 + 1 / Math.sqrt(120));
        assertThat(profile.bound(100, 0.95, 0)).isCloseTo(100 * factor, within(1e-9));
        assertThat(profile.bound(100, -0.95, 0)).isCloseTo(100 / factor, within(1e-9));
    }

    @Test
    void theScoreOfIntervalsIsTheirWidthAndTenTimesWhatLiesOutside() {
        double[] values = IntStream.range(0, 400)
                .mapToDouble(i -> i == 399 ? 5 : i % 2 == 0 ? 1 : -1)
                .toArray();
        Backtest backtest = Backtest.of(values, 1, false);
        double[][] forecasts = new double[backtest.origins()][1];
        ErrorProfile profile = ErrorProfile.of(backtest, forecasts, Scale.IDENTITY);

        double high = profile.bound(0, 0.8, 0);
        double outside = IntStream.range(0, backtest.origins())
                .mapToDouble(origin -> Math.max(0, Math.abs(backtest.actual(origin, 0)) - high))
                .sum();
        assertThat(profile.intervalScore(backtest, forecasts))
                .isCloseTo(backtest.origins() * 2 * high + 10 * outside, within(1e-9));
    }

    /** Steps of Student's distribution of three degrees of freedom: what was tested holds less of what follows than of itself. */
    @Test
    void intervalsOfShortWalksWithOddStepsHoldWhatTheySay() {
        int known = 100;
        int horizon = 18;
        int walks = 400;
        TDistribution steps = new TDistribution(new JDKRandomGenerator(7), 3);
        Forecaster forecaster = new Forecaster(ForecastOptions.of(horizon));
        int inside = 0;
        for (int walk = 0; walk < walks; walk++) {
            double[] values = steps.sample(known + horizon);
            Arrays.parallelPrefix(values, Double::sum);
            Forecast forecast = forecaster.forecast(Arrays.copyOf(values, known));
            for (int step = 0; step < horizon; step++) {
                double came = values[known + step];
                inside += came >= forecast.lo95()[step] && came <= forecast.hi95()[step] ? 1 : 0;
            }
        }

        assertThat((double) inside / (walks * horizon)).isBetween(0.93, 0.97);
    }

    private static ErrorProfile ofZeroForecasts(double[] values) {
        Backtest backtest = Backtest.of(values, HORIZON, false);
        return ErrorProfile.of(backtest, new double[backtest.origins()][HORIZON], Scale.IDENTITY);
    }
}
