package io.plimsoll.statistics.timeline;

import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A calendar period of a zone: whole local days and the instants at which they begin and end.
 *
 * @param start first local day
 * @param endExclusive first local day after it
 * @param from epoch second at which {@code start} begins
 * @param to epoch second at which {@code endExclusive} begins
 */
public record Period(LocalDate start, LocalDate endExclusive, long from, long to) {
    /**
     * Rejects a period without length.
     *
     * @throws IllegalArgumentException when {@code from >= to} or the days do not ascend
     */
    public Period {
        if (!start.isBefore(endExclusive) || from >= to) {
            throw new IllegalArgumentException("period must end after it starts: " + start + " to " + endExclusive
                    + ", [" + from + ", " + to + ")");
        }
    }

    /**
     * The local days {@code [start, endExclusive)} in a zone; a day has 23, 24 or 25 hours.
     *
     * @throws IllegalArgumentException when the days do not ascend
     */
    public static Period of(LocalDate start, LocalDate endExclusive, ZoneId zone) {
        return new Period(
                start,
                endExclusive,
                start.atStartOfDay(zone).toEpochSecond(),
                endExclusive.atStartOfDay(zone).toEpochSecond());
    }

    /** The period's seconds. */
    public Timeline timeline() {
        return Timeline.of(from, to);
    }

    /** Whether the period has ended at {@code asOf}, an epoch second: its end is not after it. */
    public boolean isClosed(long asOf) {
        return to <= asOf;
    }
}
