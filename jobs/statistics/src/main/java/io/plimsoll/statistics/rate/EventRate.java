package io.plimsoll.statistics.rate;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/**
 * A count of events over an exposure, taken as Poisson.
 *
 * @param events not negative
 * @param exposure positive and finite, in any unit (months, deployments, requests); the rate is per that unit
 */
public record EventRate(int events, double exposure) {
    private static final double QUANTILE_ACCURACY = 1e-12;

    /**
     * Checks count and exposure.
     *
     * @throws IllegalArgumentException when events are negative or exposure is not a positive number
     */
    public EventRate {
        if (events < 0) {
            throw new IllegalArgumentException("rate of " + events + " events: a count is not negative");
        }
        if (!(exposure > 0) || Double.isInfinite(exposure)) {
            throw new IllegalArgumentException("rate over an exposure of " + exposure + ": expected a positive number");
        }
    }

    /** {@code events / exposure}. */
    public double perUnit() {
        return events / exposure;
    }

    /**
     * The exact interval (Garwood 1936): {@code G(α/2; k)/t} to {@code G(1 − α/2; k + 1)/t}, quantiles of the gamma distribution of scale 1. Without events the lower end is 0.
     */
    public ConfidenceInterval exact(Confidence confidence) {
        return new ConfidenceInterval(lower(confidence.tail()), upper(confidence.tail()));
    }

    /** One-sided upper bound: with this confidence the rate is not above it. Without events it is {@code −ln(1 − level)/t}, "three over n" at 0.95. */
    public double exactUpper(Confidence confidence) {
        return upper(1 - confidence.level());
    }

    /**
     * Two-sided p-value of a rate given beforehand, twice the smaller tail of the Poisson distribution, at most 1.
     *
     * @param rate positive, per unit of exposure
     */
    public double pValue(double rate) {
        PoissonDistribution expected = new PoissonDistribution(rate * exposure);
        double atMost = expected.cumulativeProbability(events);
        double atLeast = 1 - expected.cumulativeProbability(events - 1);
        return Math.min(1, 2 * Math.min(atMost, atLeast));
    }

    private double lower(double tail) {
        return events == 0 ? 0 : gamma(events).inverseCumulativeProbability(tail) / exposure;
    }

    private double upper(double tail) {
        return gamma(events + 1).inverseCumulativeProbability(1 - tail) / exposure;
    }

    private static GammaDistribution gamma(int shape) {
        return new GammaDistribution(null, shape, 1, QUANTILE_ACCURACY);
    }
}
