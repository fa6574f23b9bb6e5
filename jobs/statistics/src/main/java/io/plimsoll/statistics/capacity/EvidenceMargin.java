package io.plimsoll.statistics.capacity;

/**
 * How much a recommendation is stretched while there is little to go by: {@code (1 + multiplier/confidence)^exponent}, as the Kubernetes Vertical Pod Autoscaler does. A positive exponent widens an
 * upper bound, a negative one a lower bound.
 *
 * @param multiplier not negative
 * @param exponent any number
 */
public record EvidenceMargin(double multiplier, double exponent) {
    private static final double MINUTE = 60;

    /**
     * Confidence of a history: how many intervals it spans, but no more than its samples would fill at one a minute.
     *
     * @param spanSeconds from the first sample to the last
     * @param samples how many
     * @param intervalSeconds that a confidence of 1 asks for, positive; the autoscaler takes a day
     */
    public static double confidence(double spanSeconds, int samples, double intervalSeconds) {
        return Math.min(spanSeconds, samples * MINUTE) / intervalSeconds;
    }

    /** The stretched value; infinite, or 0 for a negative exponent, without confidence. */
    public double stretch(double value, double confidence) {
        return value * Math.pow(1 + multiplier / confidence, exponent);
    }
}
