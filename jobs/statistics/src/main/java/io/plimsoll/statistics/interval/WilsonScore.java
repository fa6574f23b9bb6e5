package io.plimsoll.statistics.interval;

/** Wilson's score interval (Wilson 1927; Brown, Cai and DasGupta 2001, equation 4), also of trials that are no whole number. */
public final class WilsonScore {

    private WilsonScore() {}

    /**
     * {@code (p + z²/2n + z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)}; nothing or all reaches its end exactly.
     *
     * @param share observed, in [0, 1]
     * @param trials above 0; weighted ones count as {@code (Σw)²/Σw²} (Kish 1965)
     * @param deviate normal deviate {@code z} of the end, negative for the lower one
     */
    public static double end(double share, double trials, double deviate) {
        if ((share == 0 && deviate < 0) || (share == 1 && deviate > 0)) {
            return share;
        }
        double square = deviate * deviate / trials;
        double spread = deviate * Math.sqrt((share * (1 - share) + square / 4) / trials);
        return (share + square / 2 + spread) / (1 + square);
    }

    /** Both ends. */
    public static ConfidenceInterval interval(double share, double trials, Confidence confidence) {
        double deviate = confidence.twoSidedDeviate();
        return new ConfidenceInterval(end(share, trials, -deviate), end(share, trials, deviate));
    }
}
