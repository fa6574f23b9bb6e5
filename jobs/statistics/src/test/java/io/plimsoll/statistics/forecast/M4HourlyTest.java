package io.plimsoll.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.forecast.model.SeasonalNaive;
import io.plimsoll.statistics.forecast.seasonal.ClassicalDecomposition;
import io.plimsoll.statistics.forecast.seasonal.SeasonalityTest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The half of M4 hourly in the reference folder, scored by the competition's OWA: the mean of sMAPE and MASE, each relative to Naive2. The published figures are those of all 414
 * series in the folder's README. docs/methods.md has all scores, made by jobs/benchmarks/forecast.
 */
class M4HourlyTest {
    private static final int HORIZON = 48;
    private static final int DAY = 24;
    private static final double PUBLISHED_SEASONAL_NAIVE = 0.627;
    private static final double PUBLISHED_WINNER = 0.440;

    @Test
    void theForecasterBeatsTheWinnerAndItsIntervalsHoldWhatTheySay() throws IOException {
        List<double[]> known = ReferenceSeries.wide("m4-hourly-half/Hourly-train-odd.csv.gz");
        List<double[]> actual = ReferenceSeries.wide("m4-hourly-half/Hourly-test-odd.csv.gz");
        Forecaster forecaster = new Forecaster(ForecastOptions.hourly(HORIZON));
        double[] naive2 = new double[2];
        double[] seasonalNaive = new double[2];
        double[] ours = new double[2];
        double inside = 0;
        for (int i = 0; i < known.size(); i++) {
            double[] values = known.get(i);
            double[] came = actual.get(i);
            Forecast forecast = forecaster.forecast(values);
            score(naive2, values, came, naive2(values));
            score(seasonalNaive, values, came, new SeasonalNaive(DAY).forecast(values, values.length, HORIZON));
            score(ours, values, came, forecast.mean());
            inside += inside(came, forecast.lo95(), forecast.hi95());
        }

        assertThat(relative(seasonalNaive, naive2)).isCloseTo(PUBLISHED_SEASONAL_NAIVE, within(0.02));
        assertThat(relative(ours, naive2)).isLessThan(PUBLISHED_WINNER);
        assertThat(inside / known.size()).isBetween(0.93, 0.97);
    }

    private static double[] naive2(double[] values) {
        int end = values.length;
        if (!SeasonalityTest.isSeasonal(values, end, DAY)) {
            return new SeasonalNaive(1).forecast(values, end, HORIZON);
        }
        ClassicalDecomposition season = ClassicalDecomposition.of(values, end, DAY, true);
        double[] forecast = new SeasonalNaive(1).forecast(season.adjust(values, end), end, HORIZON);
        season.restore(forecast, end);
        return forecast;
    }

    /** Adds sMAPE and MASE. */
    private static void score(double[] sums, double[] values, double[] actual, double[] forecast) {
        double scale = 0;
        for (int i = DAY; i < values.length; i++) {
            scale += Math.abs(values[i] - values[i - DAY]) / (values.length - DAY);
        }
        for (int step = 0; step < HORIZON; step++) {
            double error = Math.abs(actual[step] - forecast[step]);
            sums[0] += 200 * error / (Math.abs(actual[step]) + Math.abs(forecast[step])) / HORIZON;
            sums[1] += error / scale / HORIZON;
        }
    }

    private static double relative(double[] sums, double[] naive2) {
        return (sums[0] / naive2[0] + sums[1] / naive2[1]) / 2;
    }

    private static double inside(double[] actual, double[] low, double[] high) {
        int count = 0;
        for (int step = 0; step < HORIZON; step++) {
            count += actual[step] >= low[step] && actual[step] <= high[step] ? 1 : 0;
        }
        return (double) count / HORIZON;
    }
}
