package io.plimsoll.statistics.timeline;

/**
 * A state and the half-open interval of epoch seconds in which it held.
 *
 * @param state what held
 * @param from first second; {@link Long#MIN_VALUE} when no start is known
 * @param to first second after it; {@link Long#MAX_VALUE} while it still holds
 */
public record StateInterval(IndicatorState state, long from, long to) {
    /**
     * Rejects an interval without length.
     *
     * @throws IllegalArgumentException when {@code from >= to}
     */
    public StateInterval {
        new Interval(from, to);
    }
}
