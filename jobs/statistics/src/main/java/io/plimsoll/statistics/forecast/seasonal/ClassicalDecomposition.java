package io.plimsoll.statistics.forecast.seasonal;

import io.plimsoll.statistics.interval.Sample;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Classical decomposition by a centred moving average: one seasonal figure for each position in the cycle.
 *
 * <p>The trend is the moving average of length m (2×m for an even m). A figure is the mean of what the trend leaves over at its position,
 * normalised to sum 0 (additive) or mean 1 (multiplicative). The same as R's {@code decompose}.
 *
 * <p>Source: Kendall, Stuart (1983), The Advanced Theory of Statistics, volume 3.
 *
 * @param figures the figure of step {@code i} is {@code figures[i % period]}
 * @param multiplicative whether figures are factors
 */
@SuppressWarnings("ArrayRecordComponent") // a result that is read, never compared; a list would box
public record ClassicalDecomposition(double[] figures, boolean multiplicative) {
    /**
     * Decomposes the first {@code end} values.
     *
     * @param values without missing values; above 0 when multiplicative
     * @throws IllegalArgumentException with fewer than two cycles, or a multiplicative season of a value that is not above 0
     */
    public static ClassicalDecomposition of(double[] values, int end, int period, boolean multiplicative) {
        if (period < 2 || end < 2 * period) {
            throw new IllegalArgumentException("decomposition needs two cycles: period " + period + ", values " + end);
        }
        double[] sums = new double[period];
        int[] counts = new int[period];
        int half = period / 2;
        for (int i = half; i < end - half; i++) {
            double trend = trend(values, i, period);
            if (multiplicative && !(values[i] > 0)) {
                throw new IllegalArgumentException(
                        "a multiplicative season needs values above 0: step " + i + " is " + values[i]);
            }
            sums[i % period] += multiplicative ? values[i] / trend : values[i] - trend;
            counts[i % period]++;
        }
        double[] figures = new double[period];
        for (int position = 0; position < period; position++) {
            figures[position] = counts[position] == 0 ? (multiplicative ? 1 : 0) : sums[position] / counts[position];
        }
        normalise(figures, multiplicative);
        return new ClassicalDecomposition(figures, multiplicative);
    }

    /**
     * The same with a median for each position instead of a mean: a jump of the level, near which the moving average is off for a cycle, does not move the figures.
     *
     * @param values without missing values; above 0 when multiplicative
     * @throws IllegalArgumentException with fewer than three cycles, or a multiplicative season of a value that is not above 0
     */
    public static ClassicalDecomposition robust(double[] values, int period, boolean multiplicative) {
        if (period < 2 || values.length < 3 * period) {
            throw new IllegalArgumentException(
                    "robust decomposition needs three cycles: period " + period + ", values " + values.length);
        }
        if (multiplicative && !Arrays.stream(values).allMatch(value -> value > 0)) {
            throw new IllegalArgumentException("a multiplicative season needs values above 0");
        }
        int half = period / 2;
        double[] figures = new double[period];
        for (int position = 0; position < period; position++) {
            int first = half + Math.floorMod(position - half, period);
            double[] left = IntStream.iterate(first, i -> i < values.length - half, i -> i + period)
                    .mapToDouble(i -> multiplicative
                            ? values[i] / trend(values, i, period)
                            : values[i] - trend(values, i, period))
                    .toArray();
            figures[position] = Sample.of(left).orElseThrow().median();
        }
        normalise(figures, multiplicative);
        return new ClassicalDecomposition(figures, multiplicative);
    }

    /** The first {@code end} values without their season. */
    public double[] adjust(double[] values, int end) {
        double[] adjusted = new double[end];
        for (int i = 0; i < end; i++) {
            adjusted[i] = multiplicative ? values[i] / figureAt(i) : values[i] - figureAt(i);
        }
        return adjusted;
    }

    /** The values of steps from {@code start} on, with their season put back; in place. */
    public void restore(double[] adjusted, int start) {
        for (int i = 0; i < adjusted.length; i++) {
            adjusted[i] = multiplicative ? adjusted[i] * figureAt(start + i) : adjusted[i] + figureAt(start + i);
        }
    }

    private double figureAt(int step) {
        return figures[step % figures.length];
    }

    /** What the moving average leaves, half a cycle shorter at both ends. */
    static double[] withoutTrend(double[] values, int end, int period) {
        int half = period / 2;
        double[] rest = new double[end - 2 * half];
        for (int i = 0; i < rest.length; i++) {
            rest[i] = values[half + i] - trend(values, half + i, period);
        }
        return rest;
    }

    private static double trend(double[] values, int centre, int period) {
        int half = period / 2;
        double sum = 0;
        for (int i = centre - half; i <= centre + half; i++) {
            sum += values[i];
        }
        boolean even = period % 2 == 0;
        return even ? (sum - (values[centre - half] + values[centre + half]) / 2) / period : sum / period;
    }

    private static void normalise(double[] figures, boolean multiplicative) {
        double mean = Arrays.stream(figures).average().orElseThrow();
        for (int position = 0; position < figures.length; position++) {
            figures[position] = multiplicative ? figures[position] / mean : figures[position] - mean;
        }
    }
}
