package io.plimsoll.run;

import io.plimsoll.contract.Recompute;
import java.time.LocalDate;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/** Calendar arithmetic of partitions. */
final class Periods {

    private Periods() {}

    /** The days from {@code from} to the day before {@code to}. */
    static NavigableSet<LocalDate> days(LocalDate from, LocalDate to) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        for (LocalDate day = from; day.isBefore(to); day = day.plusDays(1)) {
            days.add(day);
        }
        return days;
    }

    /** Every date that lies from {@code before} days before to {@code after} days after one of the given. */
    static NavigableSet<LocalDate> widen(NavigableSet<LocalDate> dates, int before, int after) {
        NavigableSet<LocalDate> wide = new TreeSet<>();
        for (LocalDate date : dates) {
            wide.addAll(days(date.minusDays(before), date.plusDays(after + 1L)));
        }
        return wide;
    }

    /** Days of inputs that the wanted partitions are computed from; empty when that may be any day. */
    static Optional<NavigableSet<LocalDate>> daysRead(Recompute recompute, NavigableSet<LocalDate> wanted) {
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        if (recompute instanceof Recompute.ByDay byDay) {
            // The other way round: an input reaches as far after a day as the day's figures reach back.
            return Optional.of(widen(wanted, /* before= */ byDay.after(), /* after= */ byDay.before()));
        }
        return recompute instanceof Recompute.ByPeriod
                ? Optional.of(days(
                        wanted.first().minusDays(1), wanted.last().plusYears(1).plusDays(1)))
                : Optional.empty();
    }

    /**
     * Starts of every month, quarter and year that a UTC day can lie in. A zone may be up to a day away from UTC, so the
     * neighbouring days count too.
     */
    static NavigableSet<LocalDate> startsAround(NavigableSet<LocalDate> days) {
        NavigableSet<LocalDate> starts = new TreeSet<>();
        for (LocalDate day : widen(days, 1, 1)) {
            LocalDate month = day.withDayOfMonth(1);
            starts.add(month);
            starts.add(month.minusMonths((month.getMonthValue() - 1L) % 3));
            starts.add(month.withMonth(1));
        }
        return starts;
    }
}
