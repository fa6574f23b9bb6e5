package io.plimsoll.gold.monitoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.testing.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SliBaselineTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

    private final List<Map<String, Object>> slots = new ArrayList<>();

    /**
     * 08:00 UTC is 10:00 in Warsaw, hour 10 of Monday. Median of 10, 12, 50 is 12; deviations 2, 0, 38 have the median 2, so the
     * scale is 2.9652 and the band 12 ± 11.8608.
     */
    @Test
    void theNormalOfAnHourOfTheWeekIsItsMedianAndMaintenanceIsLeftOut() {
        slot("2026-06-08T08:00:00Z", 10.0, null);
        slot("2026-06-15T08:05:00Z", 12.0, null);
        slot("2026-06-22T08:55:00Z", 50.0, null);
        slot("2026-06-29T08:00:00Z", 1000.0, "w1");
        slot("2026-06-02T08:00:00Z", 7000.0, null);
        slot("2026-06-28T08:00:00Z", 5.0, null);

        List<Row> rows = baseline();

        assertThat(rows).extracting(row -> row.<Integer>getAs("week_hour")).containsExactly(10, 6 * 24 + 10);
        Row monday = rows.get(0);
        assertThat(monday.<Long>getAs("slots")).isEqualTo(3);
        assertThat(monday.<Double>getAs("expected")).isEqualTo(12);
        assertThat(monday.<Double>getAs("scale")).isCloseTo(2.9652, within(1e-12));
        assertThat(monday.<Double>getAs("lo")).isCloseTo(0.1392, within(1e-12));
        assertThat(monday.<Double>getAs("hi")).isCloseTo(23.8608, within(1e-12));
        assertThat(rows.get(1).<Double>getAs("expected"))
                .as("one day is no rule")
                .isNull();
    }

    private void slot(String at, double observed, @Nullable String excludedBy) {
        Map<String, Object> slot = new HashMap<>(Map.of(
                "sli_id",
                "latency",
                "measure",
                "value",
                "slot_at",
                Instant.parse(at),
                "observed",
                observed,
                "day",
                LocalDate.ofInstant(Instant.parse(at), ZoneOffset.UTC)));
        if (excludedBy != null) {
            slot.put("excluded_by", excludedBy);
        }
        slots.add(slot);
    }

    private List<Row> baseline() {
        Rows tables = new Rows()
                .with(new SliAnomaly().contract(), slots)
                .with(
                        IndicatorTable.CONTRACT,
                        Map.of("sli_id", "latency", "measure", "value", "resolution_seconds", 60L));
        return new SliBaseline()
                        .build(tables.inputs(), new Parameters(AS_OF, ZoneId.of("Europe/Warsaw"), Optional.empty()))
                        .collectAsList()
                        .stream()
                        .sorted(Comparator.comparing(row -> row.<Integer>getAs("week_hour")))
                        .toList();
    }
}
