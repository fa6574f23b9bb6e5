package io.plimsoll.statistics.interval;

import java.util.Arrays;
import java.util.Optional;

/**
 * What is said of durations, such as times to restore: never a lone mean, which one long outage owns.
 *
 * @param count how many
 * @param median unit of the durations
 * @param medianInterval by order statistics; empty below six durations at 0.95
 * @param p90 90th percentile
 * @param geometricMean {@code exp(mean(ln x))}
 * @param geometricMeanInterval bootstrap interval
 */
public record DurationSummary(
        int count,
        double median,
        Optional<ConfidenceInterval> medianInterval,
        double p90,
        double geometricMean,
        ConfidenceInterval geometricMeanInterval) {
    /**
     * The summary; empty without durations. A duration of 0 makes the geometric mean 0.
     *
     * @throws IllegalArgumentException when a duration is negative, NaN or infinite
     */
    public static Optional<DurationSummary> of(double[] durations, Bootstrap bootstrap) {
        Arrays.stream(durations).filter(duration -> duration < 0).findFirst().ifPresent(duration -> {
            throw new IllegalArgumentException("duration " + duration + " is negative");
        });
        return Sample.of(durations)
                .map(sample -> new DurationSummary(
                        sample.size(),
                        sample.median(),
                        sample.quantileInterval(0.5, bootstrap.confidence()),
                        sample.quantile(0.9),
                        sample.geometricMean(),
                        bootstrap.interval(sample, Sample::geometricMean)));
    }
}
