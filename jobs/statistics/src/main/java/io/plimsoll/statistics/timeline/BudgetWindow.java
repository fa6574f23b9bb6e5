package io.plimsoll.statistics.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalUnit;

/**
 * The window of an objective as it stands at the end of a day.
 *
 * @param from epoch second at which it starts
 * @param to epoch second up to which it is filled: the end of the day, at most the run's instant
 */
public record BudgetWindow(long from, long to) {

    /** A unit of a window's length. Days and longer are calendar arithmetic of the zone; hours and minutes are elapsed time. */
    public enum Unit {
        /** Sixty seconds. */
        MINUTE(ChronoUnit.MINUTES),
        /** An elapsed hour. */
        HOUR(ChronoUnit.HOURS),
        /** A local day of 23, 24 or 25 hours. */
        DAY(ChronoUnit.DAYS),
        /** Seven local days. */
        WEEK(ChronoUnit.WEEKS),
        /** A calendar month. */
        MONTH(ChronoUnit.MONTHS),
        /** Three calendar months. */
        QUARTER(IsoFields.QUARTER_YEARS),
        /** A calendar year. */
        YEAR(ChronoUnit.YEARS);

        private final TemporalUnit temporal;

        Unit(TemporalUnit temporal) {
            this.temporal = temporal;
        }
    }

    /**
     * A window that ends where the day ends and is {@code count} units long.
     *
     * @param day local day at whose end it is looked at
     * @param zone the calendar of day and units
     * @param asOf epoch second after which nothing is seen
     */
    public static BudgetWindow rolling(int count, Unit unit, LocalDate day, ZoneId zone, long asOf) {
        long to = end(day, zone, asOf);
        ZonedDateTime end = ZonedDateTime.ofInstant(Instant.ofEpochSecond(to), zone);
        return new BudgetWindow(end.minus(count, unit.temporal).toEpochSecond(), to);
    }

    /**
     * The calendar window in which the day's last second lies: the windows follow each other from an anchor, before it too.
     *
     * @param anchor epoch second at which one of the windows starts
     */
    public static BudgetWindow calendar(int count, Unit unit, long anchor, LocalDate day, ZoneId zone, long asOf) {
        long to = end(day, zone, asOf);
        ZonedDateTime start = ZonedDateTime.ofInstant(Instant.ofEpochSecond(anchor), zone);
        ZonedDateTime last = ZonedDateTime.ofInstant(Instant.ofEpochSecond(to - 1), zone);
        long windows = Math.floorDiv(unit.temporal.between(start, last), count);
        ZonedDateTime from = start.plus(windows * count, unit.temporal);
        while (from.isAfter(last)) {
            windows--;
            from = start.plus(windows * count, unit.temporal);
        }
        return new BudgetWindow(from.toEpochSecond(), to);
    }

    private static long end(LocalDate day, ZoneId zone, long asOf) {
        return Math.min(day.plusDays(1).atStartOfDay(zone).toEpochSecond(), asOf);
    }
}
