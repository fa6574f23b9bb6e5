package io.plimsoll.statistics.capacity;

/** When a capacity runs out, where no date can say it. */
public enum ExhaustionStatus {
    /** The last value already reaches the capacity. */
    CROSSED,
    /** At least one path in ten reaches it within the horizon: P10 is a date. */
    WITHIN_HORIZON,
    /** Fewer do, and use does not fall. */
    BEYOND_HORIZON,
    /** Fewer do, and the median path ends below the last value. */
    FALLING,
    /** Too little history, or too few paths, to say. */
    INSUFFICIENT_DATA
}
