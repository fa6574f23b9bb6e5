package io.plimsoll.gold.monitoring;

import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.MaintenanceDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.SliSample;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.testing.BuiltTables;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Hours of the latency {@code shop-latency} of the service {@code shop} from 18 December 2025, which must stay at or below 400: 100 at
 * midnight, 10 more each hour of the day, give or take 2.
 */
final class WatchedIndicator {

    static final LocalDate FIRST = LocalDate.of(2025, 12, 18);

    private final Map<Integer, Double> values = new TreeMap<>();
    private final List<Map<String, Object>> windows = new ArrayList<>();
    private long seed;

    WatchedIndicator(int days) {
        Random noise = new Random(1);
        for (int hour = 0; hour < days * 24; hour++) {
            values.put(hour, 100 + 10 * (hour % 24) + 4 * noise.nextDouble() - 2);
        }
    }

    /** Another value in an hour after the first. */
    WatchedIndicator with(int hour, double value) {
        values.put(hour, value);
        return this;
    }

    /** Work on a scope from one hour to another; nobody approved it. */
    WatchedIndicator maintenance(String id, String scope, double fromHour, double toHour) {
        windows.add(Map.of(
                "window_id",
                id,
                "scope",
                scope,
                "starts_at",
                at(fromHour),
                "ends_at",
                at(toHour),
                "source",
                "calendar"));
        return this;
    }

    /** The same records in another order. */
    WatchedIndicator shuffled() {
        seed = 42;
        return this;
    }

    static Instant at(double hour) {
        return FIRST.atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(Math.round(hour * 3600));
    }

    /** The anomalies of some days, or of all, by time. */
    List<Row> anomalies(LocalDate asOf, Optional<NavigableSet<LocalDate>> days) {
        Dataset<Row> rows = new BuiltTables(
                        silver().inputs(),
                        new Parameters(asOf, ZoneOffset.UTC, days),
                        new MaintenanceDay(),
                        new SliAnomaly())
                .table(SliAnomaly.NAME);
        return rows.where(days.map(SliAnomaly.DAY.col()::isInCollection)
                        .orElseGet(() -> SliAnomaly.DAY.col().isNotNull()))
                .drop("as_of")
                .orderBy("slot_at")
                .collectAsList();
    }

    private Rows silver() {
        List<Map<String, Object>> slots = new ArrayList<>();
        values.forEach((hour, value) -> slots.add(Map.of(
                "sli_id",
                "shop-latency",
                "tool",
                "t",
                "measured_at",
                at(hour),
                "value",
                value,
                "day",
                FIRST.plusDays(hour / 24))));
        if (seed != 0) {
            Collections.shuffle(slots, new Random(seed));
        }
        List<Map<String, Object>> days = slots.stream()
                .map(slot -> slot.get("day"))
                .distinct()
                .map(day -> Map.of("sli_id", "shop-latency", "tool", "t", "day", day, "slots", 24L))
                .toList();
        return new Rows()
                .with(new SliSample().contract(), slots)
                .with(new SliDay().contract(), days)
                .with(
                        new SliRecord().contract(),
                        Map.of("sli_id", "shop-latency", "tool", "t", "is_record", true, "first_at", at(0)))
                .with(
                        IndicatorTable.CONTRACT,
                        Map.of("sli_id", "shop-latency", "measure", "value", "resolution_seconds", 3600L))
                .with(
                        ObjectiveTable.CONTRACT,
                        Map.of(
                                "objective_id", "fast",
                                "service_id", "shop",
                                "sli_id", "shop-latency",
                                "target", new BigDecimal("0.95"),
                                "op", "lte",
                                "threshold", 400.0))
                .with(
                        KeyedFeed.all().stream()
                                .map(table -> table.contract())
                                .filter(contract -> contract.name().equals("silver.maintenance_window"))
                                .findFirst()
                                .orElseThrow(),
                        windows);
    }
}
