package io.plimsoll.demo.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.Span;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeeklyMaintenanceTest {

    @Test
    void keepsItsLocalTimeWhenTheClocksChange() {
        assertThat(series(List.of()).occurrences().map(Span::from))
                .containsExactly(
                        Instant.parse("2026-03-21T19:00:00Z"),
                        Instant.parse("2026-03-28T19:00:00Z"),
                        Instant.parse("2026-04-04T18:00:00Z"));
    }

    @Test
    void leavesOutADateThatWasDropped() {
        assertThat(series(List.of(LocalDate.of(2026, 3, 28))).occurrences().map(Span::from))
                .containsExactly(Instant.parse("2026-03-21T19:00:00Z"), Instant.parse("2026-04-04T18:00:00Z"));
    }

    private static WeeklyMaintenance series(List<LocalDate> except) {
        return new WeeklyMaintenance(
                "uid",
                "warehouse-mgmt",
                "work",
                Zones.WARSAW,
                LocalDateTime.parse("2026-03-21T20:00:00"),
                Duration.ofHours(2),
                LocalDate.of(2026, 4, 4),
                except,
                Instant.parse("2026-02-01T00:00:00Z"));
    }
}
