package io.plimsoll.demo.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.stream.Stream;

/**
 * The past that the demo tells: whole local days of {@code zone}, from {@code firstDay} to {@code endsOn}, both included.
 */
public record History(LocalDate firstDay, LocalDate endsOn, ZoneId zone) {

    /** The start of the first day. */
    public Instant from() {
        return startOf(firstDay);
    }

    /** The end of the last day, which is where a run with {@link #asOf()} stops looking. */
    public Instant to() {
        return startOf(asOf());
    }

    /** The day of the run: the day after the last one told. */
    public LocalDate asOf() {
        return endsOn.plusDays(1);
    }

    /** The whole past. */
    public Span span() {
        return new Span(from(), to());
    }

    /** The calendar month before the one the past ends in: closed everywhere, and where most stories play. */
    public YearMonth storyMonth() {
        return YearMonth.from(endsOn).minusMonths(1);
    }

    /** The first day of the quarter that the past ends in. */
    public LocalDate quarter() {
        return endsOn.with(IsoFields.DAY_OF_QUARTER, 1);
    }

    /** Whether every day of {@code month} is told. */
    public boolean covers(YearMonth month) {
        return !month.atDay(1).isBefore(firstDay) && !month.atEndOfMonth().isAfter(endsOn);
    }

    /** The calendar months told from their first to their last day, oldest first. */
    public List<YearMonth> fullMonths() {
        return months().filter(this::covers).toList();
    }

    /** Every calendar month that is told at least in part, oldest first. */
    public Stream<YearMonth> months() {
        YearMonth last = YearMonth.from(endsOn);
        return Stream.iterate(YearMonth.from(firstDay), month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    /** Every day told, oldest first. */
    public Stream<LocalDate> days() {
        return firstDay.datesUntil(asOf());
    }

    /** The past cut into runs of seven days, oldest first; the last one may be shorter. */
    public List<Span> weeks() {
        return Stream.iterate(firstDay, day -> !day.isAfter(endsOn), day -> day.plusDays(7))
                .map(day -> new Span(startOf(day), startOf(day.plusDays(7).isAfter(asOf()) ? asOf() : day.plusDays(7))))
                .toList();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The part of {@code month} that is told. */
    public Span told(YearMonth month) {
        LocalDate first = month.atDay(1).isBefore(firstDay) ? firstDay : month.atDay(1);
        LocalDate last = month.atEndOfMonth().isAfter(endsOn) ? endsOn : month.atEndOfMonth();
        return new Span(startOf(first), startOf(last.plusDays(1)));
    }

    /** The day from which contracts bind: the first day of the first full month, or the first day told if there is none. */
    public LocalDate contractStart() {
        return fullMonths().stream().findFirst().map(month -> month.atDay(1)).orElse(firstDay);
    }

    /** The instant at which clocks of the home zone show {@code time} ({@code HH:mm}) on {@code day}. */
    public Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(zone).toInstant();
    }
}
