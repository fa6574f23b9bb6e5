package io.plimsoll.statistics.maturity;

/** Lower end of the one-sided 90 % Wilson score interval of a proportion (Wilson 1927, JASA 22, equation 5). */
public final class LowerBound {

    /** The 0.9 quantile of the standard normal distribution. */
    private static final double Z = 1.2815515655446004;

    private LowerBound() {}

    /**
     * {@code (p + z²/2n - z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)}.
     *
     * @param ratio observed proportion, in [0,1]
     * @param things number of observations, above 0; need not be whole
     */
    public static double of(double ratio, double things) {
        double z2 = Z * Z / things;
        double centre = ratio + z2 / 2;
        double spread = Z * Math.sqrt((ratio * (1 - ratio) + z2 / 4) / things);
        return Math.max(0, (centre - spread) / (1 + z2));
    }
}
