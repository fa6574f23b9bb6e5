package io.plimsoll.demo.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarsTest {

    private final BusinessHours shifts = BusinessCalendars.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31))
            .get(0);

    // Dates of Easter Sunday: U.S. Census Bureau, table of Easter dates.
    @ParameterizedTest
    @CsvSource({"2008,2008-03-23", "2024,2024-03-31", "2025,2025-04-20", "2026,2026-04-05", "2038,2038-04-25"})
    void easterFallsWhereTheTablesSay(int year, LocalDate sunday) {
        assertThat(BusinessCalendars.easter(year)).isEqualTo(sunday);
    }

    @Test
    void shiftsEndAtTenOnAWeekday() {
        assertThat(isOpen("2026-05-04T21:59:59")).isTrue();
        assertThat(isOpen("2026-05-04T22:00:00")).isFalse();
    }

    @Test
    void shiftsLastUntilMidnightOnASaturday() {
        assertThat(isOpen("2026-05-09T23:59:59")).isTrue();
    }

    @Test
    void nobodyWorksOnSunday() {
        assertThat(isOpen("2026-05-10T12:00:00")).isFalse();
    }

    @Test
    void nobodyWorksOnCorpusChristi() {
        assertThat(isOpen("2026-06-04T12:00:00")).isFalse();
    }

    private boolean isOpen(String local) {
        return shifts.isOpen(LocalDateTime.parse(local).atZone(Zones.WARSAW));
    }
}
