package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.catalogue.BudgetPolicyTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** An hour in six of 40 days in Kolkata (UTC+5:30), a window of 7 days: a night computes the days that a full run computes. */
class BudgetOfANightTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Kolkata");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate AS_OF = FIRST.plusDays(40);

    @Test
    void aNightsDaysAreThoseOfAFullRun() {
        NavigableSet<LocalDate> night = new TreeSet<>(List.of(AS_OF.minusDays(2), AS_OF.minusDays(1), AS_OF));

        List<Row> full = budget(Optional.empty()).stream()
                .filter(row -> night.contains(row.<LocalDate>getAs("day")))
                .toList();

        assertThat(budget(Optional.of(night))).isEqualTo(full);
        assertThat(full).hasSize(2);
        // 7 days of 4 hours; one event of ten is bad in the last of them.
        assertThat(full.get(1).<BigDecimal>getAs("total")).isEqualByComparingTo("280");
        assertThat(full.get(1).<BigDecimal>getAs("bad")).isEqualByComparingTo("1");
    }

    private static List<Row> budget(Optional<NavigableSet<LocalDate>> days) {
        Rows tables = new Rows()
                .with(
                        ObjectiveTable.CONTRACT,
                        Map.ofEntries(
                                Map.entry("objective_id", "o"),
                                Map.entry("slo", "o"),
                                Map.entry("service_id", "s"),
                                Map.entry("sli_id", "i"),
                                Map.entry("method", "Occurrences"),
                                Map.entry("target", new BigDecimal("0.99")),
                                Map.entry("window_kind", "rolling"),
                                Map.entry("window_unit", "day"),
                                Map.entry("window_count", 7)))
                .with(new ObjectiveHour().contract(), hours())
                .with(BudgetPolicyTable.CONTRACT, List.of())
                .with(new BurnAlert().contract(), List.of());
        return new ErrorBudget()
                .build(tables.inputs(), new Parameters(AS_OF, ZONE, days)).collectAsList().stream()
                        .sorted(Comparator.comparing(row -> row.<LocalDate>getAs("day")))
                        .toList();
    }

    private static List<Map<String, Object>> hours() {
        List<Map<String, Object>> hours = new ArrayList<>();
        Instant start = FIRST.atStartOfDay(ZONE).toInstant();
        Instant end = AS_OF.atStartOfDay(ZONE).toInstant();
        for (Instant at = start; at.isBefore(end); at = at.plus(Duration.ofHours(6))) {
            boolean isLast = at.plus(Duration.ofHours(6)).equals(end);
            hours.add(Map.of(
                    "objective_id",
                    "o",
                    "zone",
                    ZONE.getId(),
                    "hour_at",
                    at,
                    "good",
                    new BigDecimal(isLast ? 9 : 10),
                    "total",
                    new BigDecimal(10),
                    "day",
                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                    "as_of",
                    AS_OF));
        }
        return hours;
    }
}
