package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.SliSample;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.CalendarTable;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** One agreement over January 2026 in UTC, its indicator on a grid of 1000 s or a state history. */
class SlaComplianceTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 1);

    @Test
    void occurrencesSumBeforeTheyDivide() {
        Row row = judge("0.99", "Occurrences", Map.of(), List.of(slot(0, 990, 1000), slot(1, 10, 10)), List.of());

        assertThat(row.<BigDecimal>getAs("good")).isEqualByComparingTo("1000");
        assertThat(row.<BigDecimal>getAs("total")).isEqualByComparingTo("1010");
        assertThat(row.<Double>getAs("attained_net")).isEqualTo(1000.0 / 1010.0);
        assertThat(row.<String>getAs("status")).isEqualTo("MET");
    }

    @Test
    void exactlyTheTargetIsMetAndExactlyTheTiersBoundEarnsNoCredit() {
        Row row = judge("0.999", "Occurrences", Map.of(), List.of(slot(0, 999, 1000)), List.of());

        assertThat(row.<String>getAs("status")).isEqualTo("MET");
        assertThat(row.<BigDecimal>getAs("credit_percent")).isZero();
        assertThat(row.<BigDecimal>getAs("credit_due")).isZero();
    }

    @Test
    void aSlotRemovedByMaintenanceLeavesNetAndStaysInGross() {
        Map<String, Object> maintenance = window("w1", 1000, 2000);
        Row row = judge(
                "0.99",
                "Occurrences",
                Map.of("planned", RowFactory.create("remove", null, null)),
                List.of(slot(0, 10, 10), slot(1, 0, 10)),
                List.of(maintenance));

        assertThat(row.<Double>getAs("attained_net")).isEqualTo(1.0);
        assertThat(row.<Double>getAs("attained_gross")).isEqualTo(0.5);
        assertThat(row.<Long>getAs("excluded_seconds")).isEqualTo(1000L);
    }

    @Test
    void aSlotCountedGoodStaysInTheTotal() {
        Row row = judge(
                "0.99",
                "Occurrences",
                Map.of("planned", RowFactory.create("count_good", null, null)),
                List.of(slot(0, 10, 10), slot(1, 0, 10)),
                List.of(window("w1", 1000, 2000)));

        assertThat(row.<BigDecimal>getAs("good")).isEqualByComparingTo("20");
        assertThat(row.<BigDecimal>getAs("total")).isEqualByComparingTo("20");
    }

    @Test
    void noTrafficIsNeverMetAndOwesNothing() {
        Row row = judge("0.99", "Occurrences", Map.of(), List.of(slot(0, 0, 0)), List.of());

        assertThat(row.<String>getAs("status")).isEqualTo("NO_TRAFFIC");
        assertThat(row.<Object>getAs("attained_net")).isNull();
        assertThat(row.<Object>getAs("credit_percent")).isNull();
        assertThat(row.<Object>getAs("credit_due")).isNull();
    }

    @Test
    void aFigureBelowTheBoundEarnsAShareOfTheServicesCharges() {
        Row row = judge("0.9995", "Occurrences", Map.of(), List.of(slot(0, 998_999, 1_000_000)), List.of());

        assertThat(row.<BigDecimal>getAs("credit_percent")).isEqualByComparingTo("10");
        assertThat(row.<BigDecimal>getAs("credit_due")).isEqualByComparingTo("10.0005");
        assertThat(row.<String>getAs("credit_currency")).isEqualTo("USD");
    }

    @Test
    void sliceRatiosAreComparedWithTheTierAsAnExactSum() {
        Row row = judge("0.9", "RatioTimeslices", Map.of(), List.of(slot(0, 2, 3), slot(1, 1, 1)), List.of());

        assertThat(row.<Double>getAs("attained_net")).isCloseTo(5.0 / 6, within(1e-8));
        assertThat(row.<BigDecimal>getAs("credit_percent")).isEqualByComparingTo("25");
    }

    private static Row judge(
            String target,
            String method,
            Map<String, Row> exclusions,
            List<Map<String, Object>> slots,
            List<Map<String, Object>> windows) {
        Parameters parameters = new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty());
        Rows silver = new Rows()
                .with(AgreementTable.CONTRACT, agreement(target, exclusions))
                .with(ObjectiveTable.CONTRACT, objective(method))
                .with(
                        IndicatorTable.CONTRACT,
                        Map.of("sli_id", "i", "measure", "counts", "resolution_seconds", 1000L, "is_synthetic", false))
                .with(CalendarTable.CONTRACT, List.of())
                .with(
                        new SliRecord().contract(),
                        Map.of("sli_id", "i", "tool", "t", "is_record", true, "first_at", START))
                .with(new ServiceCostDay().contract(), List.of(charge(1, "60.0049", "0"), charge(2, "30", "-10")))
                .with(new StateInterval().contract(), List.of())
                .with(maintenance(), windows)
                .with(new SliSample().contract(), slots);
        Dataset<Row> scope = new AgreementScope().build(silver.inputs(), parameters);
        Dataset<Row> compliance = new SlaCompliance()
                .build(
                        name -> name.equals(AgreementScope.NAME)
                                ? scope
                                : silver.inputs().table(name),
                        parameters);
        List<Row> rows = compliance.collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static TableContract maintenance() {
        return KeyedFeed.all().stream()
                .map(table -> table.contract())
                .filter(contract -> contract.name().equals("silver.maintenance_window"))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> agreement(String target, Map<String, Row> exclusions) {
        Map<String, Object> agreement = new HashMap<>();
        agreement.put("agreement_id", "a");
        agreement.put("type", "SLA");
        agreement.put("service_id", "s");
        agreement.put("objectives", List.of(RowFactory.create("o", new BigDecimal(target))));
        agreement.put("period_unit", "month");
        agreement.put("zone", "UTC");
        agreement.put("exclusions", exclusions);
        agreement.put("missing_data", "ignore");
        agreement.put("minimum_coverage", new BigDecimal("0.0001"));
        agreement.put("credit_tiers", List.of(tier("0.99", "25"), tier("0.999", "10")));
        agreement.put("underpinned_by", List.of());
        agreement.put("effective_from", LocalDate.of(2026, 1, 1));
        return agreement;
    }

    private static Row tier(String below, String percent) {
        return RowFactory.create(new BigDecimal(below), new BigDecimal(percent));
    }

    private static Map<String, Object> charge(int day, String billed, String credited) {
        return Map.of(
                "day",
                LocalDate.of(2026, 1, day),
                "service_id",
                "s",
                "currency",
                "USD",
                "billed_cost",
                new BigDecimal(billed),
                "credited_cost",
                new BigDecimal(credited));
    }

    private static Map<String, Object> objective(String method) {
        Map<String, Object> objective = new HashMap<>();
        objective.put("objective_id", "o");
        objective.put("slo", "o");
        objective.put("service_id", "s");
        objective.put("sli_id", "i");
        objective.put("method", method);
        objective.put("target", new BigDecimal("0.5"));
        objective.put("time_slice_seconds", 1000L);
        objective.put("window_kind", "rolling");
        objective.put("window_unit", "day");
        objective.put("window_count", 28);
        return objective;
    }

    private static Map<String, Object> slot(int number, long good, long total) {
        Instant at = START.plusSeconds(number * 1000L);
        return Map.of(
                "sli_id",
                "i",
                "tool",
                "t",
                "measured_at",
                at,
                "good",
                good,
                "total",
                total,
                "day",
                LocalDate.of(2026, 1, 1));
    }

    private static Map<String, Object> window(String id, long from, long to) {
        return Map.of(
                "window_id",
                id,
                "scope",
                "s",
                "kind",
                "planned",
                "starts_at",
                START.plusSeconds(from),
                "ends_at",
                START.plusSeconds(to),
                "approved_at",
                START.minusSeconds(86_400),
                "source",
                "calendar");
    }
}
