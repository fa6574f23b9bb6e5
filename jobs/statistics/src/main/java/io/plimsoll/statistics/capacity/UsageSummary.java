package io.plimsoll.statistics.capacity;

import io.plimsoll.statistics.interval.Sample;
import java.util.Arrays;
import java.util.Optional;

/**
 * What was used, with how much of the time was seen.
 *
 * @param samples values that are there
 * @param coverage samples over those expected, in [0, 1]
 * @param p50 median
 * @param p95 95th percentile
 * @param p99 99th percentile
 * @param max largest
 */
public record UsageSummary(int samples, double coverage, double p50, double p95, double p99, double max) {
    /**
     * The summary; empty when no value is there.
     *
     * @param values of a regular grid; NaN where none was received
     * @param expected slots of the grid, at least as many as there are values
     * @throws IllegalArgumentException when a value is infinite or more are there than expected
     */
    public static Optional<UsageSummary> of(double[] values, int expected) {
        double[] there =
                Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
        if (there.length > expected) {
            throw new IllegalArgumentException(there.length + " values of " + expected + " expected");
        }
        return Sample.of(there)
                .map(sample -> new UsageSummary(
                        sample.size(),
                        (double) sample.size() / expected,
                        sample.median(),
                        sample.quantile(0.95),
                        sample.quantile(0.99),
                        sample.max()));
    }
}
