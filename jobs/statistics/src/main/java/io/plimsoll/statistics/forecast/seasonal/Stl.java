package io.plimsoll.statistics.forecast.seasonal;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * STL, the seasonal and trend decomposition by loess.
 *
 * <p>Source: Cleveland, Cleveland, McRae, Terpenning (1990), STL: A Seasonal-Trend Decomposition Procedure Based on Loess, Journal of
 * Official Statistics 6, 3-73. Agrees with the authors' Fortran (netlib) to 1e-10.
 *
 * <p>An instance holds the scratch space of one length and is not thread-safe.
 */
public final class Stl {
    private final StlOptions options;
    private final int count;
    private final Loess seasonalLoess;
    private final Loess trendLoess;
    private final Loess lowPassLoess;
    private final double[] season;
    private final double[] trend;
    private final double[] cycles;
    private final double[] averaged;
    private final double[] averagedTwice;
    private final double[] detrended;
    private final double[] lowPass;
    private final double[] weights;
    private final double[] subseries;
    private final double[] subseriesRobustness;
    private final double[] subseriesSmoothed;

    /**
     * Prepares for series of one length.
     *
     * @throws IllegalArgumentException with fewer than two cycles
     */
    public Stl(StlOptions options, int count) {
        int period = options.period();
        if (count < 2 * period) {
            throw new IllegalArgumentException("STL needs two cycles: period " + period + ", values " + count);
        }
        this.options = options;
        this.count = count;
        seasonalLoess = options.seasonal().loess();
        trendLoess = options.trend().loess();
        lowPassLoess = options.lowPass().loess();
        int longest = count + 2 * period;
        int cyclesOfPosition = count / period + 1;
        season = new double[count];
        trend = new double[count];
        cycles = new double[longest];
        averaged = new double[longest];
        averagedTwice = new double[longest];
        detrended = new double[count];
        lowPass = new double[count];
        weights = new double[count];
        subseries = new double[cyclesOfPosition];
        subseriesRobustness = new double[cyclesOfPosition];
        subseriesSmoothed = new double[cyclesOfPosition + 2];
    }

    /** Decomposes as many values as this was made for; more that follow are not looked at. */
    public Decomposition decompose(double[] values) {
        double[] robustness = new double[count];
        Arrays.fill(robustness, 1);
        Arrays.fill(trend, 0);
        smooth(values, null);
        for (int outer = 0; outer < options.outerLoops(); outer++) {
            robustnessWeights(values, robustness);
            smooth(values, robustness);
        }
        double[] remainder = new double[count];
        for (int i = 0; i < count; i++) {
            remainder[i] = values[i] - trend[i] - season[i];
        }
        return new Decomposition(
                new int[] {options.period()}, trend.clone(), new double[][] {season.clone()}, remainder, robustness);
    }

    /** The seasonal part of the last decomposition, not a copy. */
    double[] season() {
        return season;
    }

    /** The trend of the last decomposition, not a copy. */
    double[] trend() {
        return trend;
    }

    /** Smooths without a result object, for callers that read {@link #season()} and {@link #trend()}. */
    void smooth(double[] values) {
        Arrays.fill(trend, 0);
        smooth(values, null);
    }

    private void smooth(double[] values, double @Nullable [] robustness) {
        int period = options.period();
        for (int inner = 0; inner < options.innerLoops(); inner++) {
            for (int i = 0; i < count; i++) {
                detrended[i] = values[i] - trend[i];
            }
            smoothCycles(robustness);
            average(cycles, count + 2 * period, period, averaged);
            average(averaged, count + period + 1, period, averagedTwice);
            average(averagedTwice, count + 2, 3, averaged);
            lowPassLoess.smooth(averaged, count, null, lowPass, 0, weights);
            for (int i = 0; i < count; i++) {
                season[i] = cycles[period + i] - lowPass[i];
                detrended[i] = values[i] - season[i];
            }
            trendLoess.smooth(detrended, count, robustness, trend, 0, weights);
        }
    }

    /** Each position of the cycle smoothed over the cycles, one cycle longer at both ends. */
    private void smoothCycles(double @Nullable [] robustness) {
        int period = options.period();
        for (int position = 0; position < period; position++) {
            int length = (count - position - 1) / period + 1;
            for (int i = 0; i < length; i++) {
                subseries[i] = detrended[i * period + position];
                if (robustness != null) {
                    subseriesRobustness[i] = robustness[i * period + position];
                }
            }
            double[] weightOf = robustness == null ? null : subseriesRobustness;
            seasonalLoess.smooth(subseries, length, weightOf, subseriesSmoothed, 1, weights);
            int window = seasonalLoess.window();
            double before =
                    seasonalLoess.fit(subseries, length, -1, 0, Math.min(window, length) - 1, weightOf, weights);
            double after = seasonalLoess.fit(
                    subseries, length, length, Math.max(0, length - window), length - 1, weightOf, weights);
            subseriesSmoothed[0] = Double.isNaN(before) ? subseriesSmoothed[1] : before;
            subseriesSmoothed[length + 1] = Double.isNaN(after) ? subseriesSmoothed[length] : after;
            for (int i = 0; i < length + 2; i++) {
                cycles[i * period + position] = subseriesSmoothed[i];
            }
        }
    }

    /** Moving average of a length, one value for each full window. */
    private static void average(double[] values, int valueCount, int length, double[] averages) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += values[i];
        }
        averages[0] = sum / length;
        for (int i = length; i < valueCount; i++) {
            sum = sum - values[i - length] + values[i];
            averages[i - length + 1] = sum / length;
        }
    }

    /** Bisquare weights of the remainder against six times its median. */
    private void robustnessWeights(double[] values, double[] robustness) {
        double[] sizes = new double[count];
        for (int i = 0; i < count; i++) {
            robustness[i] = Math.abs(values[i] - trend[i] - season[i]);
            sizes[i] = robustness[i];
        }
        Arrays.sort(sizes);
        double limit = 3 * (sizes[count / 2] + sizes[count - count / 2 - 1]);
        for (int i = 0; i < count; i++) {
            double size = robustness[i];
            double ratio = size / limit;
            double rest = 1 - ratio * ratio;
            robustness[i] = size <= 0.001 * limit ? 1 : size <= 0.999 * limit ? rest * rest : 0;
        }
    }
}
