package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WeeklyHoursTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    @Test
    void hoursAreWallClockTimesOfTheZone() {
        // In July London is an hour ahead of UTC.
        assertThat(open(LONDON, "2026-07-06", "08:00-18:30"))
                .isEqualTo(between("2026-07-06T07:00:00Z", "2026-07-06T17:30:00Z"));
    }

    @Test
    void aDayThatIsNotNamedIsClosed() {
        WeeklyHours mondays = hours(LONDON, Map.of(DayOfWeek.MONDAY, List.of(LocalRange.parse("09:00-17:00"))));

        // 6 July 2026 is a Monday.
        assertThat(mondays.open(at("2026-07-01T00:00:00Z"), at("2026-07-08T00:00:00Z")))
                .isEqualTo(between("2026-07-06T08:00:00Z", "2026-07-06T16:00:00Z"));
    }

    @Test
    void aHolidayClosesTheWholeLocalDay() {
        WeeklyHours always = new WeeklyHours(
                LONDON, everyDay(LocalRange.parse("00:00-24:00")), Set.of(LocalDate.parse("2026-07-06")));

        assertThat(always.open(at("2026-07-05T00:00:00Z"), at("2026-07-08T00:00:00Z")))
                .isEqualTo(Timeline.of(List.of(
                        interval("2026-07-05T00:00:00Z", "2026-07-05T23:00:00Z"),
                        interval("2026-07-06T23:00:00Z", "2026-07-08T00:00:00Z"))));
    }

    @Test
    void anHourIsMissingWhereClocksGoForward() {
        // London, 29 March 2026: 01:00 becomes 02:00.
        assertThat(open(LONDON, "2026-03-29", "00:00-24:00").seconds()).isEqualTo(23 * 3600);
        assertThat(open(LONDON, "2026-03-29", "00:00-09:00").seconds()).isEqualTo(8 * 3600);
    }

    @Test
    void aRangeInsideTheMissingHourIsMovedOnByIt() {
        assertThat(open(LONDON, "2026-03-29", "01:15-01:45"))
                .isEqualTo(between("2026-03-29T01:15:00Z", "2026-03-29T01:45:00Z"));
    }

    @Test
    void theMissingHourItselfIsClosed() {
        assertThat(open(LONDON, "2026-03-29", "01:00-02:00").isEmpty()).isTrue();
    }

    @Test
    void aRangeCoversTheRepeatedHour() {
        // London, 25 October 2026: 02:00 becomes 01:00.
        assertThat(open(LONDON, "2026-10-25", "01:00-02:00"))
                .isEqualTo(between("2026-10-25T00:00:00Z", "2026-10-25T02:00:00Z"));
        assertThat(open(LONDON, "2026-10-25", "00:00-24:00").seconds()).isEqualTo(25 * 3600);
    }

    @Test
    void aRangeOpensAtTheFirstAndEndsAtTheSecondOccurrence() {
        assertThat(open(LONDON, "2026-10-25", "01:15-01:45"))
                .isEqualTo(between("2026-10-25T00:15:00Z", "2026-10-25T01:45:00Z"));
    }

    @Test
    void aRangeThatEndsWhereTheRepeatedHourBeginsDoesNotReachIt() {
        assertThat(open(LONDON, "2026-10-25", "00:30-01:00"))
                .isEqualTo(between("2026-10-24T23:30:00Z", "2026-10-25T00:00:00Z"));
    }

    @Test
    void lordHoweShiftsByHalfAnHour() {
        // 5 April 2026: 02:00 becomes 01:30. 4 October 2026: 02:00 becomes 02:30.
        assertThat(open(LORD_HOWE, "2026-04-05", "00:00-24:00").seconds()).isEqualTo(24 * 3600 + 1800);
        assertThat(open(LORD_HOWE, "2026-04-05", "01:30-02:00").seconds()).isEqualTo(3600);
        assertThat(open(LORD_HOWE, "2026-10-04", "00:00-24:00").seconds()).isEqualTo(23 * 3600 + 1800);
    }

    @Test
    void hoursOfALocalDayThatTheZoneSkippedDoNotAppearOnTheNext() {
        // Samoa had no 30 December 2011, a Friday.
        WeeklyHours fridays =
                hours(ZoneId.of("Pacific/Apia"), Map.of(DayOfWeek.FRIDAY, List.of(LocalRange.parse("08:00-18:00"))));

        assertThat(fridays.open(at("2011-12-29T12:00:00Z"), at("2012-01-01T00:00:00Z"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void hoursAreCutToTheWindowAskedFor() {
        WeeklyHours always = hours(LONDON, everyDay(LocalRange.parse("00:00-24:00")));

        assertThat(always.open(at("2026-07-06T05:00:01Z"), at("2026-07-06T05:00:03Z"))
                        .seconds())
                .isEqualTo(2);
    }

    @Test
    void twentyFourHoursOfWorkTakeThreeBusinessDaysOfEightHours() {
        // published_tables.json: servicenow_schedule.
        Map<DayOfWeek, List<LocalRange>> weekdays = Map.of(
                DayOfWeek.MONDAY, List.of(LocalRange.parse("09:00-17:00")),
                DayOfWeek.TUESDAY, List.of(LocalRange.parse("09:00-17:00")),
                DayOfWeek.WEDNESDAY, List.of(LocalRange.parse("09:00-17:00")));
        Timeline open = hours(LONDON, weekdays).open(at("2026-07-06T00:00:00Z"), at("2026-07-13T00:00:00Z"));

        assertThat(open.first(24 * 3600)).isEqualTo(open);
        assertThat(open.intervals()).hasSize(3);
    }

    @Test
    void hoursOverMidnightSayHowToWriteThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalRange.parse("22:00-06:00"))
                .withMessage("opening hours must end after they start, within one day: 22:00-06:00;"
                        + " write hours over midnight as two ranges, the first up to 24:00");
    }

    @Test
    void hoursInAnotherFormNameTheText() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalRange.parse("8-18"))
                .withMessage("opening hours must read HH:MM-HH:MM, for instance 08:00-18:30: 8-18");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LocalRange.parse("08:00-24:30"))
                .withMessageStartingWith("opening hours must end after they start, within one day: 08:00-24:30");
    }

    private static Timeline open(ZoneId zone, String day, String range) {
        long from = LocalDate.parse(day).atStartOfDay(zone).toEpochSecond();
        long to = LocalDate.parse(day).plusDays(1).atStartOfDay(zone).toEpochSecond();
        return hours(zone, everyDay(LocalRange.parse(range))).open(from, to);
    }

    private static WeeklyHours hours(ZoneId zone, Map<DayOfWeek, List<LocalRange>> ranges) {
        return new WeeklyHours(zone, ranges, Set.of());
    }

    private static Map<DayOfWeek, List<LocalRange>> everyDay(LocalRange range) {
        return Map.of(
                DayOfWeek.MONDAY, List.of(range),
                DayOfWeek.TUESDAY, List.of(range),
                DayOfWeek.WEDNESDAY, List.of(range),
                DayOfWeek.THURSDAY, List.of(range),
                DayOfWeek.FRIDAY, List.of(range),
                DayOfWeek.SATURDAY, List.of(range),
                DayOfWeek.SUNDAY, List.of(range));
    }

    private static Timeline between(String from, String to) {
        return Timeline.of(List.of(interval(from, to)));
    }

    private static Interval interval(String from, String to) {
        return new Interval(at(from), at(to));
    }

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
