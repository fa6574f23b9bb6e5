package io.plimsoll.statistics.forecast;

/** What values a series can take. */
public enum Domain {
    /** Any number. */
    REAL(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
    /** Counts, durations, money spent: never below 0, and neither is a forecast or a bound. */
    NON_NEGATIVE(0, Double.POSITIVE_INFINITY),
    /** Utilisation and ratios in [0, 1], modelled on the logit; forecasts and bounds stay inside. */
    UNIT(0, 1);

    private final double lowest;
    private final double highest;

    Domain(double lowest, double highest) {
        this.lowest = lowest;
        this.highest = highest;
    }

    /**
     * This domain, or the next wider one that holds all values: a utilisation above 1 or a cost below 0 is a fact, not a fault.
     *
     * @param values NaN and infinite values are missing
     */
    public Domain widenedTo(double[] values) {
        Domain wide = this;
        for (double value : values) {
            while (Double.isFinite(value) && !wide.holds(value)) {
                wide = wide == UNIT && value > 1 ? NON_NEGATIVE : REAL;
            }
        }
        return wide;
    }

    boolean holds(double value) {
        return value >= lowest && value <= highest;
    }

    double clamp(double value) {
        return Math.min(highest, Math.max(lowest, value));
    }
}
