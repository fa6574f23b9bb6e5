package io.plimsoll.statistics.timeline;

import java.util.OptionalLong;

/**
 * A window that asks to be excluded, already known to apply to the agreement by its scope.
 *
 * @param id the window's own id
 * @param from first second
 * @param to first second after it
 * @param kind planned, emergency, ...; the empty text where the record does not say, which no policy names
 * @param approvedAt epoch second of the approval; empty when nobody approved it
 */
public record ExclusionWindow(String id, long from, long to, String kind, OptionalLong approvedAt) {
    /**
     * Rejects a window without length.
     *
     * @throws IllegalArgumentException when {@code from >= to}
     */
    public ExclusionWindow {
        new Interval(from, to);
    }

    /** Whether the approval stood when the window began. */
    public boolean approvedInAdvance() {
        return approvedAt.isPresent() && approvedAt.getAsLong() <= from;
    }

    Timeline timeline() {
        return Timeline.of(from, to);
    }
}
