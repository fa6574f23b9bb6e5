package io.plimsoll.statistics.shrinkage;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import org.apache.commons.math3.distribution.RealDistribution;

/**
 * What is believed of one member after its own data and its class's.
 *
 * @param distribution of the figure: a share, a rate, or a typical duration
 * @param mean the shrunken estimate: the expectation, of a typical duration the median
 * @param ownWeight share of the estimate that the member's own data decide, in [0, 1]; the rest is the class's
 */
public record Posterior(RealDistribution distribution, double mean, double ownWeight) {
    private static final int STRATA = 400;

    /** The central interval. */
    public ConfidenceInterval interval(Confidence confidence) {
        return new ConfidenceInterval(
                distribution.inverseCumulativeProbability(confidence.tail()),
                distribution.inverseCumulativeProbability(1 - confidence.tail()));
    }

    /**
     * The probability that this figure is above another's, both independent: the mean of the other's distribution function at 400 equally likely values of this one. No random numbers; off by
     * less than 0.002.
     */
    public double probabilityAbove(Posterior other) {
        double sum = 0;
        for (double value : equallyLikelyValues(STRATA)) {
            sum += other.distribution.cumulativeProbability(value);
        }
        return sum / STRATA;
    }

    /** Mid-quantiles {@code (i + ½)/n} in ascending order: a sample without chance. */
    public double[] equallyLikelyValues(int count) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = distribution.inverseCumulativeProbability((i + 0.5) / count);
        }
        return values;
    }
}
