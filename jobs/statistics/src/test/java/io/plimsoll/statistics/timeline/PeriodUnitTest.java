package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class PeriodUnitTest {
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId KOLKATA = ZoneId.of("Asia/Kolkata");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final ZoneId ST_JOHNS = ZoneId.of("America/St_Johns");

    @Test
    void aMonthBeginsAtLocalMidnight() {
        // Kolkata is 5 h 30 min ahead: 31 January 18:30 UTC is 1 February there.
        Period period = PeriodUnit.MONTH.containing(at("2026-01-31T18:30:00Z"), KOLKATA);

        assertThat(period)
                .isEqualTo(new Period(
                        LocalDate.parse("2026-02-01"),
                        LocalDate.parse("2026-03-01"),
                        at("2026-01-31T18:30:00Z"),
                        at("2026-02-28T18:30:00Z")));
        assertThat(PeriodUnit.MONTH
                        .containing(at("2026-01-31T18:29:59Z"), KOLKATA)
                        .start())
                .isEqualTo("2026-01-01");
    }

    @Test
    void everyUnitStartsWhereTheCalendarDoes() {
        long instant = at("2026-05-14T12:00:00Z");

        assertThat(PeriodUnit.DAY.containing(instant, UTC).start()).isEqualTo("2026-05-14");
        assertThat(PeriodUnit.WEEK.containing(instant, UTC).start()).isEqualTo("2026-05-11");
        assertThat(PeriodUnit.QUARTER.containing(instant, UTC).start()).isEqualTo("2026-04-01");
        assertThat(PeriodUnit.QUARTER.containing(instant, UTC).endExclusive()).isEqualTo("2026-07-01");
        assertThat(PeriodUnit.YEAR.containing(instant, UTC).start()).isEqualTo("2026-01-01");
    }

    @Test
    void aLeapFebruaryHasTwentyNineDays() {
        assertThat(PeriodUnit.MONTH
                        .containing(at("2028-02-10T00:00:00Z"), UTC)
                        .timeline()
                        .seconds())
                .isEqualTo(29 * 86_400L);
    }

    @Test
    void daysHaveTwentyThreeOrTwentyFiveHoursWhereClocksChange() {
        assertThat(PeriodUnit.DAY
                        .containing(at("2026-03-29T12:00:00Z"), LONDON)
                        .timeline()
                        .seconds())
                .isEqualTo(23 * 3600);
        assertThat(PeriodUnit.DAY
                        .containing(at("2026-10-25T12:00:00Z"), LONDON)
                        .timeline()
                        .seconds())
                .isEqualTo(25 * 3600);
    }

    @Test
    void periodsThatShareASecondAreListed() {
        assertThat(PeriodUnit.MONTH.overlapping(at("2026-01-31T23:59:59Z"), at("2026-03-01T00:00:00Z"), UTC))
                .extracting(Period::start)
                .containsExactly(LocalDate.parse("2026-01-01"), LocalDate.parse("2026-02-01"));
    }

    @Test
    void aDayThatAZoneSkippedIsNoPeriod() {
        // Samoa went from 29 to 31 December 2011.
        assertThat(PeriodUnit.DAY.overlapping(
                        at("2011-12-29T20:00:00Z"), at("2011-12-31T12:00:00Z"), ZoneId.of("Pacific/Apia")))
                .extracting(Period::start)
                .containsExactly(
                        LocalDate.parse("2011-12-29"), LocalDate.parse("2011-12-31"), LocalDate.parse("2012-01-01"));
    }

    @Test
    void anInstantHasOnePeriodWhereClocksGoBackOverMidnight() {
        // St John's, 7 November 2010: 00:01 became 23:01 of the 6th. The 7th had begun at 02:30 UTC.
        assertThat(at("2010-11-07T02:30:00Z"))
                .isEqualTo(LocalDate.parse("2010-11-07").atStartOfDay(ST_JOHNS).toEpochSecond());
        Period day = PeriodUnit.DAY.containing(at("2010-11-07T03:00:00Z"), ST_JOHNS);

        assertThat(day.start()).isEqualTo("2010-11-07");
        assertThat(PeriodUnit.DAY.overlapping(day.from() - 1, day.to() + 1, ST_JOHNS))
                .hasSize(3)
                .contains(day);
    }

    @Test
    void aPeriodIsClosedWhenItsEndIsNotAfterTheInstant() {
        Period april = PeriodUnit.MONTH.containing(at("2026-04-15T00:00:00Z"), UTC);

        assertThat(april.isClosed(at("2026-05-01T00:00:00Z"))).isTrue();
        assertThat(april.isClosed(at("2026-04-30T23:59:59Z"))).isFalse();
    }

    @Test
    void aPeriodWithoutADayIsAnError() {
        LocalDate day = LocalDate.parse("2026-05-01");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Period.of(day, day, UTC))
                .withMessage("period must end after it starts: 2026-05-01 to 2026-05-01, [1777593600, 1777593600)");
    }

    private static long at(String instant) {
        return Instant.parse(instant).getEpochSecond();
    }
}
