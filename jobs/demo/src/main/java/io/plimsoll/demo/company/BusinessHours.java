package io.plimsoll.demo.company;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A calendar of service hours: opening times a weekday, closed on holidays. {@code LocalTime.MIDNIGHT} as a closing time is the end of the day.
 */
public record BusinessHours(String name, ZoneId zone, Map<DayOfWeek, List<Opening>> weekly, Set<LocalDate> holidays) {

    public BusinessHours {
        weekly = Map.copyOf(weekly);
        holidays = Set.copyOf(holidays);
    }

    /** Hours from {@code opens} up to {@code closes}. */
    public record Opening(LocalTime opens, LocalTime closes) {

        boolean contains(LocalTime time) {
            return !time.isBefore(opens) && (closes.equals(LocalTime.MIDNIGHT) || time.isBefore(closes));
        }
    }

    /** Whether the service is promised at that instant. */
    public boolean isOpen(ZonedDateTime instant) {
        ZonedDateTime local = instant.withZoneSameInstant(zone);
        return !holidays.contains(local.toLocalDate())
                && weekly.getOrDefault(local.getDayOfWeek(), List.of()).stream()
                        .anyMatch(opening -> opening.contains(local.toLocalTime()));
    }

    /** The holidays, oldest first. */
    public Set<LocalDate> sortedHolidays() {
        return new TreeSet<>(holidays);
    }
}
