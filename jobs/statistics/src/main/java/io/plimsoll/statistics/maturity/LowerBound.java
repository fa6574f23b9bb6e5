package io.plimsoll.statistics.maturity;

import io.plimsoll.statistics.interval.WilsonScore;

/** Lower end of the one-sided 90 % Wilson score interval of a proportion (Wilson 1927, JASA 22, equation 5). */
public final class LowerBound {

    /** The 0.9 quantile of the standard normal distribution. */
    private static final double Z = 1.2815515655446004;

    private LowerBound() {}

    /**
     * The bound.
     *
     * @param ratio observed proportion, in [0,1]
     * @param things number of observations, above 0; need not be whole
     */
    public static double of(double ratio, double things) {
        return WilsonScore.end(ratio, things, -Z);
    }
}
