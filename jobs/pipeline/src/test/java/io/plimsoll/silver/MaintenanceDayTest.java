package io.plimsoll.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.testing.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaintenanceDayTest {

    @Test
    void aWindowIsCutAtMidnightAndAtTheRunsDate() {
        Rows windows = new Rows()
                .with(
                        feed(),
                        List.of(
                                window("night", "2026-03-01T22:00:00Z", "2026-03-02T04:00:00Z"),
                                window("endless", "2026-03-02T12:00:00Z", "2099-01-01T00:00:00Z"),
                                window("to-midnight", "2026-03-01T20:00:00Z", "2026-03-02T00:00:00Z"),
                                window("later", "2026-03-03T01:00:00Z", "2026-03-03T02:00:00Z")));

        assertThat(Rows.values(
                        new MaintenanceDay()
                                .build(
                                        windows.inputs(),
                                        new Parameters(LocalDate.of(2026, 3, 3), ZoneOffset.UTC, Optional.empty())),
                        MaintenanceDay.WINDOW_ID,
                        MaintenanceDay.FROM_AT,
                        MaintenanceDay.TO_AT))
                .containsExactlyInAnyOrder(
                        List.of("night", at("2026-03-01T22:00:00Z"), at("2026-03-02T00:00:00Z")),
                        List.of("night", at("2026-03-02T00:00:00Z"), at("2026-03-02T04:00:00Z")),
                        List.of("endless", at("2026-03-02T12:00:00Z"), at("2026-03-03T00:00:00Z")),
                        List.of("to-midnight", at("2026-03-01T20:00:00Z"), at("2026-03-02T00:00:00Z")));
    }

    private static Map<String, Object> window(String id, String from, String to) {
        return Map.of("window_id", id, "scope", "shop", "starts_at", at(from), "ends_at", at(to), "source", "calendar");
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }

    private static TableContract feed() {
        return KeyedFeed.all().stream()
                .map(table -> table.contract())
                .filter(contract -> contract.name().equals("silver.maintenance_window"))
                .findFirst()
                .orElseThrow();
    }
}
