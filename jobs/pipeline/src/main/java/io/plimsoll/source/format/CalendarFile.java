package io.plimsoll.source.format;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.io.text.ICalReader;
import biweekly.property.Categories;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.property.RecurrenceRule;
import biweekly.property.ValuedProperty;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.plimsoll.config.CalendarFaults;
import io.plimsoll.source.landing.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** The occurrences of the events of one iCalendar file. */
final class CalendarFile {

    private static final int HORIZON_YEARS = 2;

    private final ZoneId zone;
    private final List<Row> rows = new ArrayList<>();

    private CalendarFile(ZoneId zone) {
        this.zone = zone;
    }

    /** @throws UnreadableFile when there is no calendar in the file */
    static void check(InputStream in, ZoneId zone) throws IOException, UnreadableFile {
        if (calendars(in, zone).isEmpty()) {
            throw new UnreadableFile("the file is not iCalendar: it holds no VCALENDAR");
        }
    }

    /** The occurrences, event by event, in time order. */
    static List<Row> records(InputStream in, ZoneId zone) throws IOException {
        CalendarFile file = new CalendarFile(zone);
        for (ICalendar calendar : calendars(in, zone)) {
            file.read(calendar);
        }
        return file.rows;
    }

    /** Times without a zone, and whole days, are read in the source's. */
    private static List<ICalendar> calendars(InputStream in, ZoneId zone) throws IOException {
        ICalReader reader = new ICalReader(in);
        reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
        reader.registerScribe(new CalendarFaults.StrictRules());
        return reader.readAll();
    }

    private void read(ICalendar calendar) {
        Instant horizon = horizon(calendar.getEvents());
        Map<String, Map<Instant, VEvent>> overrides = new HashMap<>();
        List<VEvent> sound = new ArrayList<>();
        for (VEvent event : calendar.getEvents()) {
            CalendarFaults.of(event, calendar.getTimezoneInfo())
                    .ifPresentOrElse(fault -> addBroken(event, fault), () -> sound.add(event));
        }
        for (VEvent event : sound) {
            if (event.getRecurrenceId() != null) {
                overrides
                        .computeIfAbsent(uid(event), each -> new HashMap<>())
                        .put(instant(event.getRecurrenceId()), event);
            }
        }
        for (VEvent event : sound) {
            if (event.getRecurrenceId() == null) {
                Map<Instant, VEvent> changed = overrides.getOrDefault(uid(event), new HashMap<>());
                read(event, changed, calendar.getTimezoneInfo(), horizon);
            }
        }
        overrides.forEach((uid, changed) -> changed.forEach((original, event) -> add(event, uid + "/" + original)));
    }

    /** What is changed is taken out of {@code changed}; what stays there has no event that it changes. */
    private void read(VEvent event, Map<Instant, VEvent> changed, TimezoneInfo zones, Instant horizon) {
        if (event.getDateStart() == null) {
            addBroken(event, "the event has no DTSTART");
            return;
        }
        if (!isRepeating(event) && changed.isEmpty()) {
            add(event, uid(event));
            return;
        }
        Instant start = instant(event.getDateStart());
        DateIterator dates = event.getDateIterator(zoneOf(event, zones));
        while (dates.hasNext()) {
            Instant occurrence = dates.next().toInstant();
            if (occurrence.isAfter(horizon)) {
                return;
            }
            VEvent override = changed.remove(occurrence);
            String id = uid(event) + "/" + occurrence;
            if (override != null) {
                add(override, id);
            } else {
                add(event, id, occurrence, end(event, start, occurrence));
            }
        }
    }

    private static boolean isRepeating(VEvent event) {
        return event.getRecurrenceRule() != null || !event.getRecurrenceDates().isEmpty();
    }

    private void add(VEvent event, String id) {
        if (event.getDateStart() == null) {
            addBroken(event, "the event has no DTSTART");
        } else if (event.getRecurrenceId() != null && event.getRecurrenceId().getRange() != null) {
            addBroken(event, "RECURRENCE-ID with RANGE is not supported; export the later occurrences as an event");
        } else {
            Instant start = instant(event.getDateStart());
            add(event, id, start, end(event, start, start));
        }
    }

    private void add(VEvent event, String id, Instant start, Instant end) {
        rows.add(row(event, id, start, end, null));
    }

    private void addBroken(VEvent event, String reason) {
        rows.add(row(event, uid(event), null, null, reason));
    }

    private static Row row(
            VEvent event, String id, @Nullable Instant start, @Nullable Instant end, @Nullable String broken) {
        return RowFactory.create(
                uid(event),
                id,
                text(event.getSummary()),
                text(event.getDescription()),
                text(event.getLocation()),
                categories(event),
                text(event.getStatus()),
                start,
                end,
                event.getCreated() == null
                        ? null
                        : event.getCreated().getValue().toInstant(),
                broken);
    }

    /** All-day events end with a day of the source's zone, others after the same time that their first occurrence lasts. */
    private Instant end(VEvent event, Instant start, Instant occurrence) {
        if (event.getDuration() != null) {
            return event.getDuration().getValue().add(Date.from(occurrence)).toInstant();
        }
        boolean wholeDays = !event.getDateStart().getValue().hasTime();
        if (wholeDays) {
            long days = event.getDateEnd() == null
                    ? 1
                    : ChronoUnit.DAYS.between(
                            start.atZone(zone).toLocalDate(),
                            instant(event.getDateEnd()).atZone(zone).toLocalDate());
            return occurrence.atZone(zone).plusDays(days).toInstant();
        }
        return event.getDateEnd() == null
                ? occurrence
                : occurrence.plus(Duration.between(start, instant(event.getDateEnd())));
    }

    private TimeZone zoneOf(VEvent event, TimezoneInfo zones) {
        TimezoneAssignment assigned = zones.getTimezone(event.getDateStart());
        ICalDate start = event.getDateStart().getValue();
        if (start.getRawComponents() != null && start.getRawComponents().isUtc()) {
            return TimeZone.getTimeZone("UTC");
        }
        return assigned == null ? TimeZone.getTimeZone(zone) : assigned.getTimeZone();
    }

    private static Instant horizon(List<VEvent> events) {
        Instant last = Instant.EPOCH;
        for (VEvent event : events) {
            if (event.getDateStart() != null) {
                last = later(last, instant(event.getDateStart()));
            }
            RecurrenceRule rule = event.getRecurrenceRule();
            if (rule != null && rule.getValue().getUntil() != null) {
                last = later(last, rule.getValue().getUntil().toInstant());
            }
        }
        return last.atZone(ZoneId.of("UTC")).plusYears(HORIZON_YEARS).toInstant();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant instant(DateOrDateTimeProperty property) {
        return property.getValue().toInstant();
    }

    private static String uid(VEvent event) {
        return event.getUid() == null ? "" : event.getUid().getValue();
    }

    private static @Nullable String text(@Nullable ValuedProperty<String> property) {
        return property == null ? null : property.getValue();
    }

    private static @Nullable String categories(VEvent event) {
        return event.getCategories().isEmpty()
                ? null
                : event.getCategories().stream()
                        .map(Categories::getValues)
                        .flatMap(List::stream)
                        .collect(Collectors.joining(","));
    }
}
