package io.plimsoll.statistics.timeline;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** Calendar units of local days; a week begins on Monday, a quarter in January, April, July and October. */
public enum PeriodUnit {
    /** A local day. */
    DAY,
    /** Monday to Sunday. */
    WEEK,
    /** A calendar month. */
    MONTH,
    /** Three calendar months. */
    QUARTER,
    /** A calendar year. */
    YEAR;

    /**
     * The period that holds an instant.
     *
     * @param instant epoch second
     * @param zone the zone whose calendar counts
     */
    public Period containing(long instant, ZoneId zone) {
        Period period = startingOn(startOf(LocalDate.ofInstant(Instant.ofEpochSecond(instant), zone)), zone);
        // Where clocks go back over midnight, an hour of the old date comes after the first start of the new day.
        return instant < period.to() ? period : startingOn(period.endExclusive(), zone);
    }

    /**
     * The periods that share at least a second with {@code [from, to)}, ascending. A local day that a zone skipped
     * (Samoa, 30 December 2011) is no period.
     *
     * @throws IllegalArgumentException when {@code from >= to}
     */
    public List<Period> overlapping(long from, long to, ZoneId zone) {
        Interval asked = new Interval(from, to);
        List<Period> periods = new ArrayList<>();
        for (Period period = containing(asked.from(), zone);
                period.from() < asked.to();
                period = containing(period.to(), zone)) {
            periods.add(period);
        }
        return List.copyOf(periods);
    }

    /** First day of the period that holds a local day. */
    public LocalDate startOf(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case QUARTER -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / 3 * 3 + 1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private Period startingOn(LocalDate start, ZoneId zone) {
        return Period.of(start, after(start), zone);
    }

    private LocalDate after(LocalDate start) {
        return switch (this) {
            case DAY -> start.plusDays(1);
            case WEEK -> start.plusWeeks(1);
            case MONTH -> start.plusMonths(1);
            case QUARTER -> start.plusMonths(3);
            case YEAR -> start.plusYears(1);
        };
    }
}
