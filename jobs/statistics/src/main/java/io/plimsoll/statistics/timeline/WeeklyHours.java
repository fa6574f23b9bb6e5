package io.plimsoll.statistics.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Service hours: wall-clock ranges a day of the week in a zone, less whole local holidays.
 *
 * <p>Where the zone changes its offset:
 *
 * <ul>
 *   <li>a time that does not exist (gap) is moved on by the length of the gap, as {@code java.time} does; a range that
 *       ends up without length is closed that day;
 *   <li>a time that exists twice (overlap) opens at its first occurrence and ends at its second, so that 01:00-02:00
 *       covers the repeated hour; an end at the very start of the overlap ends at the first occurrence, since the
 *       repeated hour comes after it;
 *   <li>24:00 is the start of the next local day, and no range reaches beyond its own local day.
 * </ul>
 *
 * @param zone the calendar's zone
 * @param ranges opening hours by day of the week; a day that is not named is closed
 * @param holidays local days that are closed whatever day of the week they are
 */
public record WeeklyHours(ZoneId zone, Map<DayOfWeek, List<LocalRange>> ranges, Set<LocalDate> holidays) {
    /** Copies what it is given. */
    public WeeklyHours {
        ranges = Map.copyOf(ranges);
        holidays = Set.copyOf(holidays);
    }

    /**
     * The open seconds of {@code [from, to)}, in epoch seconds.
     *
     * @throws IllegalArgumentException when {@code from >= to}
     */
    public Timeline open(long from, long to) {
        Timeline asked = Timeline.of(from, to);
        List<Interval> open = new ArrayList<>();
        // A neighbouring day may reach in where an overlap spans midnight.
        LocalDate last = localDate(to).plusDays(1);
        for (LocalDate day = localDate(from).minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            addOpenHours(day, open);
        }
        return Timeline.of(open).intersect(asked);
    }

    private void addOpenHours(LocalDate day, List<Interval> open) {
        if (holidays.contains(day)) {
            return;
        }
        long dayStart = startOf(day);
        long dayEnd = startOf(day.plusDays(1));
        for (LocalRange range : ranges.getOrDefault(day.getDayOfWeek(), List.of())) {
            long from = Math.max(dayStart, opening(day.atStartOfDay().plusSeconds(range.fromSecond())));
            long to = Math.min(dayEnd, closing(day.atStartOfDay().plusSeconds(range.toSecond())));
            if (from < to) {
                open.add(new Interval(from, to));
            }
        }
    }

    private long opening(LocalDateTime local) {
        return local.atZone(zone).toEpochSecond();
    }

    private long closing(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.size() < 2) {
            return local.atZone(zone).toEpochSecond();
        }
        ZoneOffsetTransition overlap = zone.getRules().getTransition(local);
        boolean repeats = local.isAfter(overlap.getDateTimeAfter());
        return local.toEpochSecond(repeats ? overlap.getOffsetAfter() : overlap.getOffsetBefore());
    }

    private long startOf(LocalDate day) {
        return day.atStartOfDay(zone).toEpochSecond();
    }

    private LocalDate localDate(long instant) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(instant), zone);
    }
}
