package io.plimsoll.statistics.timeline;

/**
 * A half-open interval {@code [from, to)} of epoch seconds (UTC).
 *
 * @param from first second inside
 * @param to first second after it
 */
public record Interval(long from, long to) {
    /**
     * Rejects an interval without length: it is a mistake of its maker, never an empty result.
     *
     * @throws IllegalArgumentException when {@code from >= to}
     */
    public Interval {
        if (from >= to) {
            throw new IllegalArgumentException("interval must end after it starts: [" + from + ", " + to + ")");
        }
    }

    /**
     * Length in seconds.
     *
     * @throws ArithmeticException when the length exceeds a {@code long}
     */
    public long seconds() {
        return Math.subtractExact(to, from);
    }
}
