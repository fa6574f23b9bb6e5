package io.plimsoll.demo.company;

/**
 * The usual size of one slot of an indicator as one tool sees it.
 *
 * @param level events a slot in the busiest hour for counts; milliseconds for a value
 * @param errorRate usual share of bad events, in [0, 1); unused for a value
 * @param rhythm how the level moves over the week
 * @param multiple totals are multiples of this, so that a planted share can be exact
 * @param fixed whether every slot has exactly {@code level} events
 */
public record Load(double level, double errorRate, Rhythm rhythm, int multiple, boolean fixed) {

    /** Counted events. */
    public static Load events(double level, double errorRate, Rhythm rhythm) {
        return new Load(level, errorRate, rhythm, 1, false);
    }

    /** Events in thousands, so that one in a thousand is a whole number. */
    public static Load thousands(double level, double errorRate, Rhythm rhythm) {
        return new Load(level, errorRate, rhythm, 1000, false);
    }

    /** A latency in milliseconds. */
    public static Load millis(double level, Rhythm rhythm) {
        return new Load(level, 0, rhythm, 1, false);
    }

    /** A fixed number of checks a slot, none of which fails unless something is wrong. */
    public static Load checks(int perSlot) {
        return new Load(perSlot, 0, Rhythm.STEADY, 1, true);
    }
}
