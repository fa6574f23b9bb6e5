package io.plimsoll.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.forecast.model.SeasonalNaive;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The half of M4 hourly in the reference folder; docs/methods.md has all scores, made by jobs/benchmarks/forecast. */
class M4HourlyTest {
    private static final int HORIZON = 48;
    /** Published sMAPE over all 414 series: the organisers' seasonal naive forecast, and the winner of the competition. */
    private static final double PUBLISHED_SEASONAL_NAIVE = 13.912;

    private static final double PUBLISHED_WINNER = 9.328;

    @Test
    void theSeasonalNaiveForecastScoresAsPublished() throws IOException {
        double score = 0;
        List<double[]> known = ReferenceSeries.wide("m4-hourly-half/Hourly-train-odd.csv.gz");
        List<double[]> actual = ReferenceSeries.wide("m4-hourly-half/Hourly-test-odd.csv.gz");
        for (int i = 0; i < known.size(); i++) {
            double[] values = known.get(i);
            score += smape(actual.get(i), new SeasonalNaive(24).forecast(values, values.length, HORIZON));
        }

        assertThat(score / known.size()).isCloseTo(PUBLISHED_SEASONAL_NAIVE, within(0.1));
    }

    @Test
    void theForecasterBeatsTheWinnerAndItsIntervalsHoldWhatTheySay() throws IOException {
        double score = 0;
        double inside = 0;
        List<double[]> known = ReferenceSeries.wide("m4-hourly-half/Hourly-train-odd.csv.gz");
        List<double[]> actual = ReferenceSeries.wide("m4-hourly-half/Hourly-test-odd.csv.gz");
        Forecaster forecaster = new Forecaster(ForecastOptions.hourly(HORIZON));
        for (int i = 0; i < known.size(); i++) {
            Forecast forecast = forecaster.forecast(known.get(i));
            score += smape(actual.get(i), forecast.mean());
            inside += inside(actual.get(i), forecast.lo95(), forecast.hi95());
        }

        assertThat(score / known.size()).isLessThan(PUBLISHED_WINNER);
        assertThat(inside / known.size()).isBetween(0.93, 0.97);
    }

    private static double smape(double[] actual, double[] forecast) {
        double sum = 0;
        for (int step = 0; step < HORIZON; step++) {
            sum += 200 * Math.abs(actual[step] - forecast[step]) / (Math.abs(actual[step]) + Math.abs(forecast[step]));
        }
        return sum / HORIZON;
    }

    private static double inside(double[] actual, double[] low, double[] high) {
        int count = 0;
        for (int step = 0; step < HORIZON; step++) {
            count += actual[step] >= low[step] && actual[step] <= high[step] ? 1 : 0;
        }
        return (double) count / HORIZON;
    }
}
