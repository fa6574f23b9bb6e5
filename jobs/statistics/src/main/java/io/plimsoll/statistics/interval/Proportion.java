package io.plimsoll.statistics.interval;

import java.util.OptionalDouble;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * A count of hits among trials, with the intervals of the share behind it.
 *
 * <p>Without trials nothing is known: the share is empty and every interval is [0, 1].
 *
 * @param hits not negative, at most {@code trials}
 * @param trials not negative
 */
public record Proportion(long hits, long trials) {
    private static final double QUANTILE_ACCURACY = 1e-15;

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException when they are not {@code 0 <= hits <= trials}
     */
    public Proportion {
        if (hits < 0 || hits > trials) {
            throw new IllegalArgumentException(
                    "proportion of " + hits + " hits in " + trials + " trials: expected 0 <= hits <= trials");
        }
    }

    /** {@code hits / trials}; empty without trials. */
    public OptionalDouble share() {
        return trials == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) hits / trials);
    }

    /**
     * Wilson's score interval, two-sided (Wilson 1927; Brown, Cai and DasGupta 2001, equation 4): the shares {@code p} with {@code |p̂ − p| <= z·√(p(1 − p)/n)}.
     * No continuity correction.
     */
    public ConfidenceInterval wilson(Confidence confidence) {
        double deviate = confidence.twoSidedDeviate();
        return new ConfidenceInterval(wilsonEnd(-deviate), wilsonEnd(deviate));
    }

    /** Wilson's one-sided lower bound: with this confidence the share is not below it. */
    public double wilsonLower(Confidence confidence) {
        return wilsonEnd(-confidence.oneSidedDeviate());
    }

    /** Wilson's one-sided upper bound: with this confidence the share is not above it. */
    public double wilsonUpper(Confidence confidence) {
        return wilsonEnd(confidence.oneSidedDeviate());
    }

    /**
     * The exact interval (Clopper and Pearson 1934) by beta quantiles: {@code B(α/2; k, n − k + 1)} to {@code B(1 − α/2; k + 1, n − k)}. It covers at least as often
     * as it says and is wider than Wilson's.
     */
    public ConfidenceInterval clopperPearson(Confidence confidence) {
        return new ConfidenceInterval(exactLower(confidence.tail()), exactUpper(confidence.tail()));
    }

    private double wilsonEnd(double deviate) {
        if (trials == 0) {
            return deviate < 0 ? 0 : 1;
        }
        return WilsonScore.end((double) hits / trials, (double) trials, deviate);
    }

    private double exactLower(double tail) {
        return hits == 0 ? 0 : beta(hits, trials - hits + 1).inverseCumulativeProbability(tail);
    }

    private double exactUpper(double tail) {
        return hits == trials ? 1 : beta(hits + 1, trials - hits).inverseCumulativeProbability(1 - tail);
    }

    private static BetaDistribution beta(long alpha, long beta) {
        return new BetaDistribution(null, alpha, beta, QUANTILE_ACCURACY);
    }
}
