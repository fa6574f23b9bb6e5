package io.plimsoll.statistics.shrinkage;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.LogNormalDistribution;

/**
 * A class of durations, on their logarithm: members' typical durations vary as a normal distribution, each duration around its member's with one spread for the class
 * (DerSimonian and Laird 1986).
 *
 * <p>A class never counts for more than all its durations together.
 *
 * @param meanLog mean of the members' ln duration
 * @param withinVariance variance of ln duration inside a member, positive
 * @param strength durations of its own that outweigh the class, positive
 */
public record LogDurationClass(double meanLog, double withinVariance, double strength) {
    private static final double ACCURACY = 1e-12;

    /**
     * The class of these members' durations. Empty when no member has two: then no spread is known.
     *
     * @param members durations of each member; one without durations is left out
     * @throws IllegalArgumentException when a duration is not positive and finite
     */
    public static Optional<LogDurationClass> of(List<double[]> members) {
        List<double[]> logs = members.stream().map(LogDurationClass::logs).toList();
        double within = 0;
        int freedom = 0;
        Moments moments = new Moments();
        for (double[] log : logs) {
            if (log.length == 0) {
                continue;
            }
            double mean = Arrays.stream(log).average().orElseThrow();
            within += Arrays.stream(log)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            freedom += log.length - 1;
            moments.add(mean, log.length);
        }
        if (freedom == 0 || within == 0) {
            return Optional.empty();
        }
        double variance = within / freedom;
        double between = moments.between();
        double strength = between <= 0 ? moments.weight() : Math.min(variance / between, moments.weight());
        return Optional.of(new LogDurationClass(moments.mean(), variance, strength));
    }

    /** A member's typical duration, the exponential of its mean logarithm:. Without durations it is the class's. */
    public Posterior of(double[] durations) {
        double[] logs = logs(durations);
        double own = Arrays.stream(logs).sum();
        double weight = strength + logs.length;
        double mean = (meanLog * strength + own) / weight;
        return new Posterior(
                new LogNormalDistribution(null, mean, Math.sqrt(withinVariance / weight), ACCURACY),
                Math.exp(mean),
                logs.length / weight);
    }

    private static double[] logs(double[] durations) {
        return Arrays.stream(durations).map(LogDurationClass::log).toArray();
    }

    private static double log(double duration) {
        if (!(duration > 0) || Double.isInfinite(duration)) {
            throw new IllegalArgumentException(
                    "duration " + duration + " has no logarithm: expected a positive number");
        }
        return Math.log(duration);
    }
}
