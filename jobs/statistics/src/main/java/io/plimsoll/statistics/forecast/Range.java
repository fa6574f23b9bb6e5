package io.plimsoll.statistics.forecast;

/**
 * What a forecast can reach without having run away: as far again beyond the values seen as they themselves reach, and further the longer
 * the horizon is against the series.
 */
record Range(double lowest, double highest) {
    static Range of(double[] values, int horizon) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double margin = (high - low) * (1 + (double) horizon / values.length);
        return new Range(low - margin, high + margin);
    }

    boolean holds(double[] forecast) {
        for (double value : forecast) {
            if (!(value >= lowest && value <= highest)) {
                return false;
            }
        }
        return true;
    }
}
