package io.plimsoll.catalog;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The window of an objective's error budget.
 *
 * @param length how long it is
 * @param calendar where calendar windows begin; empty for a rolling window, which ends at the run's instant
 */
public record TimeWindow(DurationShorthand length, Optional<Calendar> calendar) {

    /**
     * The beginning of one of the windows that follow each other.
     *
     * @param start local time at which one begins
     * @param zone the zone of its calendar
     */
    public record Calendar(LocalDateTime start, ZoneId zone) {

        /** The instant at which it begins; a local time that a clock change skips moves on by the length of the gap. */
        public Instant anchor() {
            return start.atZone(zone).toInstant();
        }
    }

    /** Whether it ends at the run's instant rather than at a calendar's. */
    public boolean isRolling() {
        return calendar.isEmpty();
    }
}
