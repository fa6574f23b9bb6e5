package io.plimsoll.gold.capacity;

import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ResourceTable;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Resources of a fleet, measured once a day at noon for 160 days up to 9 June 2026; the run's date is the 10th.
 *
 * <ul>
 *   <li>disk: 40 of 100 GB and 0.25 more each day; full 81 days after the last measurement
 *   <li>pool: three alike units, one to spare, 50 of 120 in use
 *   <li>spare: N+1, but nobody says of how many
 *   <li>paper: declared, never measured
 *   <li>wild: measured, never declared
 * </ul>
 */
final class Fleet {

    static final LocalDate AS_OF = LocalDate.of(2026, 6, 10);
    static final Parameters PARAMETERS = new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty());

    private static final int DAYS = 160;

    private Fleet() {}

    static Rows rows() {
        List<Map<String, Object>> hours = new ArrayList<>();
        add(hours, "disk", "storage", "GB", 100, day -> 40 + 0.25 * day + noise(day, 0.2));
        add(hours, "pool", "cpu", "core", 120, day -> 50 + noise(day, 2));
        add(hours, "spare", "cpu", "core", 120, day -> 50 + noise(day, 2));
        add(hours, "wild", "memory", null, 64, day -> 32 + noise(day, 2));
        Collections.reverse(hours);
        return new Rows()
                .with(new ResourceHour().contract(), hours)
                .with(
                        ResourceTable.CONTRACT,
                        List.of(
                                with(
                                        resource("disk", "storage", "GB", "N"),
                                        Map.of(
                                                "service_id",
                                                "checkout",
                                                "lead_time_days",
                                                30,
                                                "order_step",
                                                25.0,
                                                "unit_cost",
                                                new BigDecimal("0.100000"),
                                                "currency",
                                                "EUR",
                                                "target_utilisation",
                                                new BigDecimal("0.800000000000"))),
                                with(resource("pool", "cpu", "core", "N+1"), Map.of("units", 3)),
                                resource("spare", "cpu", "core", "N+1"),
                                resource("paper", "cpu", "core", "N")))
                .with(ObjectiveTable.CONTRACT, Map.of("objective_id", "checkout-up", "service_id", "checkout"));
    }

    static Map<String, Object> resource(String name, String metric, String unit, String redundancy) {
        return Map.of("resource_id", name, "metrics", List.of(metric), "unit", unit, "redundancy", redundancy);
    }

    static Map<String, Object> with(Map<String, Object> row, Map<String, Object> more) {
        Map<String, Object> all = new HashMap<>(row);
        all.putAll(more);
        return all;
    }

    private static void add(
            List<Map<String, Object>> hours,
            String resource,
            String metric,
            @Nullable String unit,
            double capacity,
            IntToDoubleFunction used) {
        for (int day = 0; day < DAYS; day++) {
            LocalDate date = AS_OF.minusDays(DAYS - day);
            double value = used.applyAsDouble(day);
            Map<String, Object> hour = new HashMap<>(Map.of(
                    "resource_id",
                    resource,
                    "metric",
                    metric,
                    "hour_at",
                    Instant.parse(date + "T12:00:00Z"),
                    "samples",
                    1L,
                    "used_mean",
                    value,
                    "used_min",
                    value,
                    "used_max",
                    value,
                    "capacity",
                    capacity,
                    "day",
                    date));
            hour.put("unit", unit);
            hours.add(hour);
        }
    }

    private static double noise(int day, double scale) {
        return scale * (new SplittableRandom(day).nextDouble() - 0.5);
    }
}
