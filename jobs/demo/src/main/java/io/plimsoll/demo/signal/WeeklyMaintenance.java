package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Planned work at the same local time every week, approved once when the series was created.
 *
 * @param first local start of the first occurrence
 * @param until last local day that may have an occurrence
 * @param except local days that have none
 */
public record WeeklyMaintenance(
        String uid,
        String scope,
        String summary,
        ZoneId zone,
        LocalDateTime first,
        Duration length,
        LocalDate until,
        List<LocalDate> except,
        Instant createdAt) {

    public WeeklyMaintenance {
        except = List.copyOf(except);
    }

    /** Every occurrence, oldest first. */
    public Stream<Span> occurrences() {
        return Stream.iterate(first, start -> !start.toLocalDate().isAfter(until), start -> start.plusWeeks(1))
                .filter(start -> !except.contains(start.toLocalDate()))
                .map(start -> Span.of(start.atZone(zone).toInstant(), length));
    }
}
