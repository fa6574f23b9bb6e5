package io.plimsoll.statistics.interval;

/**
 * A closed interval that holds the true figure with a stated confidence.
 *
 * @param low lower end; may be negative infinity, never NaN
 * @param high upper end, not below {@code low}; may be positive infinity, never NaN
 */
public record ConfidenceInterval(double low, double high) {
    /**
     * Checks the order of the ends.
     *
     * @throws IllegalArgumentException when {@code low > high} or an end is NaN
     */
    public ConfidenceInterval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("interval from " + low + " to " + high + ": the ends are out of order");
        }
    }

    /** Whether the figure lies inside or on an end; false for NaN. */
    public boolean contains(double figure) {
        return low <= figure && figure <= high;
    }

    /** {@code high − low}; positive infinity when an end is infinite. */
    public double width() {
        return high - low;
    }

    /** Both ends times a factor that is not negative, such as a change of unit. */
    public ConfidenceInterval times(double factor) {
        return new ConfidenceInterval(low * factor, high * factor);
    }
}
