package io.plimsoll.demo.export;

import io.plimsoll.demo.signal.WeeklyMaintenance;
import io.plimsoll.demo.signal.World;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The calendar of recurring work as iCalendar (RFC 5545): local times with a zone, a weekly rule, dates that are left out. */
final class MaintenanceCalendarExport implements Export {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
    private static final int FOLD = 74;

    @Override
    public List<Source> sources(World world) {
        if (world.events().weeklyMaintenance().isEmpty()) {
            return List.of();
        }
        return List.of(Source.of("change-calendar", "maintenance_window", "icalendar", "landing/change-calendar/*.ics")
                .column("window_id", "occurrence_id")
                .column("scope", "location")
                .column("starts_at", "starts_at")
                .column("ends_at", "ends_at")
                .column("approved_at", "if(status = 'CONFIRMED', created_at, null)")
                .column("approved_by", "'change board'")
                .column("kind", "'planned'"));
    }

    @Override
    public void write(World world, Landing landing) {
        try (LandingFile file = landing.create("landing/change-calendar/recurring-work.ics")) {
            line(file, "BEGIN:VCALENDAR");
            line(file, "VERSION:2.0");
            line(file, "PRODID:-//Halyard Group//Change calendar//EN");
            world.events().weeklyMaintenance().forEach(series -> event(file, series));
            line(file, "END:VCALENDAR");
        }
    }

    private static void event(LandingFile file, WeeklyMaintenance series) {
        String zone = ";TZID=" + series.zone().getId() + ":";
        line(file, "BEGIN:VEVENT");
        line(file, "UID:" + series.uid());
        line(file, "DTSTAMP:" + utc(series.createdAt()));
        line(file, "CREATED:" + utc(series.createdAt()));
        line(file, "SUMMARY:" + series.summary());
        line(
                file,
                "DESCRIPTION:Approved once for the whole series\\; moved or dropped dates are announced a week ahead.");
        line(file, "LOCATION:" + series.scope());
        line(file, "CATEGORIES:PLANNED");
        line(file, "STATUS:CONFIRMED");
        line(file, "DTSTART" + zone + LOCAL.format(series.first()));
        line(file, "DTEND" + zone + LOCAL.format(series.first().plus(series.length())));
        line(file, "RRULE:FREQ=WEEKLY;UNTIL=" + utc(endOf(series.until(), series)));
        for (LocalDate day : series.except()) {
            LocalDateTime start = day.atTime(series.first().toLocalTime());
            line(file, "EXDATE" + zone + LOCAL.format(start));
        }
        line(file, "END:VEVENT");
    }

    private static Instant endOf(LocalDate day, WeeklyMaintenance series) {
        return day.plusDays(1).atStartOfDay(series.zone()).toInstant().minusSeconds(1);
    }

    private static String utc(Instant instant) {
        return LOCAL.format(instant.atOffset(ZoneOffset.UTC)) + "Z";
    }

    /** Content lines end in CRLF and are folded before the 75th octet. */
    private static void line(LandingFile file, String content) {
        for (int from = 0; from < content.length(); from += FOLD) {
            file.append(from == 0 ? "" : " ")
                    .append(content.substring(from, Math.min(content.length(), from + FOLD)))
                    .append("\r\n");
        }
    }
}
