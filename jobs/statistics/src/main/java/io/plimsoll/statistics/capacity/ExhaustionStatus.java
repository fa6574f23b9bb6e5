package io.plimsoll.statistics.capacity;

/** When a capacity runs out, where no date can say it. */
public enum ExhaustionStatus {
    /** The last value already reaches the capacity. */
    CROSSED,
    /** At least one path in ten reaches it within the horizon: P10 is a date. */
    WITHIN_HORIZON,
    /** Fewer do, and use is not sure to fall: it is flat, or grows too slowly. */
    BEYOND_HORIZON,
    /** Fewer do, and use falls within the horizon: the 95 % interval of the change, from the first week ahead to the last, lies below zero. */
    FALLING,
    /** Too little history, or too few paths, to say. */
    INSUFFICIENT_DATA
}
