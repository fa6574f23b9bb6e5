package io.plimsoll.statistics.forecast;

import io.plimsoll.statistics.forecast.seasonal.ClassicalDecomposition;
import io.plimsoll.statistics.forecast.seasonal.SeasonalityTest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Forecasts one series at a time: finds its seasons, tries the models that fit its length, weighs the best of them by a backtest on rolling origins, and
 * takes the intervals from the errors of that backtest.
 *
 * <p>Immutable and thread-safe; the same series and options always give the same forecast. A series that cannot be forecast gets a
 * {@link ForecastStatus}, never an exception.
 */
public final class Forecaster {
    /** Values that a series needs. */
    static final int FEWEST = 4;

    /** Cycles of the shortest period, and horizons, that the last regime needs to be learnt from alone: what can be tested and what can be seen as a season. */
    private static final int CYCLES_OF_REGIME = 3;

    private static final int FEWEST_OF_REGIME = 24;

    private static final int SILENT_SHARE = 4;

    private final ForecastOptions options;

    /** A forecaster of series that have the options in common. */
    public Forecaster(ForecastOptions options) {
        this.options = options;
    }

    /**
     * Forecasts the steps after the last value.
     *
     * <p>Steps before the first value are left away. Missing values are interpolated with the season; missing steps at the end are forecast like those that
     * follow.
     *
     * @param values one a step, evenly spaced; NaN and infinite values are missing
     */
    public Forecast forecast(double[] values) {
        int first = 0;
        int end = values.length;
        while (first < end && !Double.isFinite(values[first])) {
            first++;
        }
        while (end > first && !Double.isFinite(values[end - 1])) {
            end--;
        }
        if (first == end) {
            return Forecast.none(ForecastStatus.ALL_MISSING);
        }
        if (values.length - end > Math.max(options.horizon(), (end - first) / SILENT_SHARE)) {
            return Forecast.none(ForecastStatus.ENDED);
        }
        double[] known = Arrays.copyOfRange(values, regime(first, end), end);
        for (int i = 0; i < known.length; i++) {
            known[i] = Double.isFinite(known[i]) ? known[i] : Double.NaN;
        }
        ForecastStatus status = status(known);
        if (status == ForecastStatus.CONSTANT) {
            return Forecast.constant(known[known.length - 1], options.horizon());
        }
        if (status != ForecastStatus.FORECAST) {
            return Forecast.none(status);
        }
        return forecastKnown(known, values.length - end);
    }

    private Forecast forecastKnown(double[] known, int missingAtEnd) {
        int[] wanted = options.periods().stream().mapToInt(Integer::intValue).toArray();
        double[] series = MissingValues.filled(known, wanted);
        int[] periods = seasons(series, wanted);
        int horizon = options.horizon() + missingAtEnd;
        Backtest backtest = Backtest.of(known, horizon, Candidates.areDear(periods));
        if (!backtest.canJudge()) {
            return Forecast.none(ForecastStatus.INSUFFICIENT_DATA);
        }
        List<Candidate> candidates = Candidates.of(series, options.domain(), periods, backtest.learnt());
        Combination combination = Combination.of(candidates, backtest);
        double[][] backtested = combination.backtested();
        Range range = Range.of(series, horizon);
        double[] forecast = combination.forecast(series, horizon, range);
        ErrorProfile errors =
                errors(backtest, backtested, series, forecast, range).judged(backtest, backtested);
        double[] mean = Arrays.copyOfRange(forecast, missingAtEnd, horizon);
        double mase = backtest.error(backtested) / naiveError(series, periods.length == 0 ? 1 : periods[0]);
        return Forecast.of(
                combination.name(),
                mean,
                mase,
                errors.after(missingAtEnd, mean.length),
                options.domain(),
                Arrays.hashCode(series));
    }

    /**
     * Errors of a series that is positive throughout are ratios where that gives the better intervals: their score in the backtest is lower, or an interval of differences
     * would reach 0. Should a bound leave the range, ratios run away and errors are differences.
     */
    private static ErrorProfile errors(
            Backtest backtest, double[][] backtested, double[] series, double[] forecast, Range range) {
        ErrorProfile differences = ErrorProfile.of(backtest, backtested, Scale.IDENTITY);
        boolean isPositive = Stream.concat(Stream.of(series, forecast), Arrays.stream(backtested))
                .flatMapToDouble(Arrays::stream)
                .allMatch(value -> value > 0);
        if (!isPositive) {
            return differences;
        }
        ErrorProfile ratios = ErrorProfile.of(backtest, backtested, Scale.LOG);
        double[] highest = new double[forecast.length];
        boolean areBetter =
                ratios.intervalScore(backtest, backtested) < differences.intervalScore(backtest, backtested);
        for (int step = 0; step < highest.length; step++) {
            highest[step] = ratios.bound(forecast[step], 0.95, step);
            areBetter |= differences.bound(forecast[step], -0.95, step) <= 0;
        }
        return areBetter && range.holds(highest) ? ratios : differences;
    }

    private int regime(int first, int end) {
        int start = options.regimeStart();
        int shortest = options.periods().isEmpty() ? 1 : options.periods().get(0);
        int needed = Math.max(FEWEST_OF_REGIME, CYCLES_OF_REGIME * Math.max(shortest, options.horizon()));
        return start > first && end - start >= needed ? start : first;
    }

    private ForecastStatus status(double[] known) {
        int present = 0;
        boolean varies = false;
        double last = known[known.length - 1];
        for (double value : known) {
            if (!Double.isNaN(value)) {
                present++;
                varies |= value != last;
                if (!options.domain().holds(value)) {
                    return ForecastStatus.OUT_OF_DOMAIN;
                }
            }
        }
        if (present < FEWEST || 2 * present <= known.length) {
            return ForecastStatus.INSUFFICIENT_DATA;
        }
        return varies ? ForecastStatus.FORECAST : ForecastStatus.CONSTANT;
    }

    /** The periods that show, each tested on what the shorter ones leave; the first must show beyond the trend. */
    static int[] seasons(double[] series, int[] wanted) {
        double[] rest = series;
        int[] found = new int[wanted.length];
        int count = 0;
        for (int period : wanted) {
            boolean shows = count == 0
                    ? SeasonalityTest.isSeasonalBeyondTrend(rest, rest.length, period)
                    : SeasonalityTest.isSeasonal(rest, rest.length, period);
            if (shows) {
                found[count++] = period;
                rest = ClassicalDecomposition.of(rest, rest.length, period, false)
                        .adjust(rest, rest.length);
            }
        }
        return Arrays.copyOf(found, count);
    }

    private static double naiveError(double[] series, int period) {
        double sum = 0;
        for (int i = period; i < series.length; i++) {
            sum += Math.abs(series[i] - series[i - period]);
        }
        return sum > 0 ? sum / (series.length - period) : Double.NaN;
    }
}
