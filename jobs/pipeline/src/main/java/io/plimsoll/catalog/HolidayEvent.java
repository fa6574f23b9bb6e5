package io.plimsoll.catalog;

import biweekly.component.VEvent;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateEnd;
import biweekly.property.DateStart;
import biweekly.property.RecurrenceDates;
import biweekly.property.RecurrenceRule;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.com.google.ical.compat.javautil.DateIterator;
import io.plimsoll.config.CalendarFaults;
import io.plimsoll.config.Reading;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** An all-day event of an iCalendar file, with its recurrences of the years 2000 to 2100. */
final class HolidayEvent {

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate AFTER_LAST = LocalDate.of(2101, 1, 1);

    private final VEvent event;
    private final TimezoneInfo zones;

    /** @param zones the zones that the event's file defines */
    HolidayEvent(VEvent event, TimezoneInfo zones) {
        this.event = event;
        this.zones = zones;
    }

    /** The local days that it takes up. */
    Reading<Set<LocalDate>> days() {
        Optional<String> fault = CalendarFaults.of(event, zones);
        if (fault.isPresent()) {
            return Reading.wrong(called() + ": " + fault.get());
        }
        @Nullable DateStart start = event.getDateStart();
        if (start == null || start.getValue() == null) {
            return Reading.wrong("the event " + called() + " has no DTSTART");
        }
        if (start.getValue().hasTime()) {
            return Reading.wrong("the event " + called()
                    + " is not all-day; a holiday closes whole local days, so write DTSTART;VALUE=DATE");
        }
        Set<LocalDate> days = new HashSet<>();
        for (LocalDate first : starts(start.getValue())) {
            for (long offset = 0; offset < length(start.getValue()); offset++) {
                days.add(first.plusDays(offset));
            }
        }
        return Reading.of(days);
    }

    private Set<LocalDate> starts(ICalDate start) {
        Set<LocalDate> starts = new HashSet<>();
        starts.add(day(start));
        @Nullable RecurrenceRule rule = event.getRecurrenceRule();
        if (rule != null) {
            addRecurrences(rule, start, starts);
        }
        for (RecurrenceDates dates : event.getRecurrenceDates()) {
            dates.getDates().forEach(date -> starts.add(day(date)));
        }
        event.getExceptionDates().forEach(dates -> dates.getValues().forEach(date -> starts.remove(day(date))));
        return starts;
    }

    /** The library reads days without a zone in the zone of the process, so that is where they are taken apart again. */
    private static void addRecurrences(RecurrenceRule rule, ICalDate start, Set<LocalDate> starts) {
        TimeZone zone = TimeZone.getDefault();
        DateIterator dates = rule.getDateIterator(start, zone);
        while (dates.hasNext()) {
            LocalDate day = day(dates.next(), zone.toZoneId());
            if (!day.isBefore(AFTER_LAST)) {
                return;
            }
            if (!day.isBefore(FIRST)) {
                starts.add(day);
            }
        }
    }

    /** Days from start to end; the end is exclusive, and one day when there is none. */
    private long length(ICalDate start) {
        @Nullable DateEnd end = event.getDateEnd();
        if (end != null && end.getValue() != null) {
            return Math.max(1, ChronoUnit.DAYS.between(day(start), day(end.getValue())));
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return Math.max(
                    1,
                    event.getDuration().getValue().toMillis()
                            / ChronoUnit.DAYS.getDuration().toMillis());
        }
        return 1;
    }

    private static LocalDate day(ICalDate date) {
        DateTimeComponents written = date.getRawComponents();
        return LocalDate.of(written.getYear(), written.getMonth(), written.getDate());
    }

    private static LocalDate day(Date date, ZoneId zone) {
        return date.toInstant().atZone(zone).toLocalDate();
    }

    private String called() {
        return event.getSummary() == null
                ? "without a summary"
                : "'" + event.getSummary().getValue() + "'";
    }
}
