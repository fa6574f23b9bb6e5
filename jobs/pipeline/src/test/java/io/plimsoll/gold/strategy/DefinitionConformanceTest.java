package io.plimsoll.gold.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Conform;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.silver.catalogue.StandardTable;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Critical services of the cloud count occurrences over 28 days, in slots of five minutes at most, to 99.9 % at least. */
class DefinitionConformanceTest {

    private final List<Map<String, Object>> objectives = new ArrayList<>();

    @Test
    void deviationsAreNamedFieldByField() {
        objective("four-weeks", "shop", "Occurrences", "week", 4, "0.999");
        objective("a-month", "shop", "Timeslices", "month", 1, "0.99");
        objective("elsewhere", "mainframe", "Timeslices", "month", 1, "0.5");

        assertThat(conformance())
                .containsExactlyInAnyOrder(
                        List.of("four-weeks", "availability", "CONFORMS", 4, List.of()),
                        List.of(
                                "a-month",
                                "availability",
                                "DEVIATES",
                                4,
                                List.of(
                                        "budgetingMethod: Occurrences, not Timeslices",
                                        "timeWindow: 28 day, not 1 month",
                                        "target: 0.999000000000, not 0.990000000000")),
                        Arrays.asList("elsewhere", null, "NO_STANDARD", 0, List.of()));
    }

    private void objective(String id, String service, String method, String unit, int count, String target) {
        Map<String, Object> objective = new HashMap<>();
        objective.put("objective_id", id);
        objective.put("slo", id);
        objective.put("service_id", service);
        objective.put("sli_id", "requests");
        objective.put("method", method);
        objective.put("target", new BigDecimal(target));
        objective.put("window_kind", "rolling");
        objective.put("window_unit", unit);
        objective.put("window_count", count);
        objectives.add(objective);
    }

    private List<List<Object>> conformance() {
        Rows tables = new Rows()
                .with(ObjectiveTable.CONTRACT, objectives)
                .with(
                        IndicatorTable.CONTRACT,
                        Map.of(
                                "sli_id",
                                "requests",
                                "measure",
                                "counts",
                                "resolution_seconds",
                                60L,
                                "is_synthetic",
                                false))
                .with(
                        ServiceTable.CONTRACT,
                        List.of(
                                Map.of(
                                        "service_id",
                                        "shop",
                                        "criticality",
                                        "critical",
                                        "environment",
                                        "cloud",
                                        "depends_on",
                                        List.of()),
                                Map.of("service_id", "mainframe", "criticality", "critical", "depends_on", List.of())))
                .with(
                        StandardTable.CONTRACT,
                        Map.ofEntries(
                                Map.entry("standard_id", "availability"),
                                Map.entry("for_measure", "counts"),
                                Map.entry("for_criticalities", List.of("critical", "high")),
                                Map.entry("for_environments", List.of("cloud")),
                                Map.entry("standard_method", "Occurrences"),
                                Map.entry("standard_window_count", 28),
                                Map.entry("standard_window_unit", "day"),
                                Map.entry("coarsest_resolution_seconds", 300L),
                                Map.entry("lowest_target", new BigDecimal("0.999"))));
        DefinitionConformance table = new DefinitionConformance();
        Parameters parameters = new Parameters(LocalDate.of(2026, 7, 1), ZoneOffset.UTC, Optional.empty());
        return Conform.to(table.contract(), table.build(tables.inputs(), parameters)).collectAsList().stream()
                .map(DefinitionConformanceTest::shown)
                .toList();
    }

    private static List<Object> shown(Row row) {
        List<String> deviations = row.<Row>getList(row.fieldIndex("deviations")).stream()
                .map(each -> each.getAs("field") + ": " + each.getAs("standard") + ", not " + each.getAs("actual"))
                .toList();
        return Arrays.asList(
                row.getAs("objective_id"),
                row.getAs("standard_id"),
                row.getAs("status"),
                row.getAs("fields_asked"),
                deviations);
    }
}
