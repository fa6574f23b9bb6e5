package io.plimsoll.testing;

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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * One agreement over January 2026 in UTC, its indicator on a grid of 1000 s. Below 99.9 % it owes 10 %, below 99 % 25 % of
 * 100.0049 USD: 109.0049 billed, of which 10 were credited and 19 are tax.
 */
public final class OneAgreement {

    /** Start of the period. */
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private OneAgreement() {}

    /** The silver tables that agreement scopes, figures and statements are computed from. */
    public static Rows silver(
            String target,
            String method,
            Map<String, Row> exclusions,
            List<Map<String, Object>> slots,
            List<Map<String, Object>> windows) {
        return new Rows()
                .with(AgreementTable.CONTRACT, agreement(target, exclusions))
                .with(ObjectiveTable.CONTRACT, objective(method))
                .with(
                        IndicatorTable.CONTRACT,
                        Map.of("sli_id", "i", "measure", "counts", "resolution_seconds", 1000L, "is_synthetic", false))
                .with(CalendarTable.CONTRACT, List.of())
                .with(
                        new SliRecord().contract(),
                        Map.of("sli_id", "i", "tool", "t", "is_record", true, "first_at", START))
                .with(
                        new ServiceCostDay().contract(),
                        List.of(charge(1, "60.0049", "0", "0"), charge(2, "49", "-10", "19")))
                .with(new StateInterval().contract(), List.of())
                .with(maintenance(), windows)
                .with(new SliSample().contract(), slots);
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
        agreement.put("declared_underpinnings", List.of());
        agreement.put("effective_from", LocalDate.of(2026, 1, 1));
        return agreement;
    }

    private static Row tier(String below, String percent) {
        return RowFactory.create(new BigDecimal(below), new BigDecimal(percent));
    }

    private static Map<String, Object> charge(int day, String billed, String credited, String tax) {
        return Map.of(
                "day",
                LocalDate.of(2026, 1, day),
                "service_id",
                "s",
                "allocation",
                "tag",
                "lines",
                1L,
                "currency",
                "USD",
                "effective_cost",
                new BigDecimal(billed),
                "billed_cost",
                new BigDecimal(billed),
                "credited_cost",
                new BigDecimal(credited),
                "tax_cost",
                new BigDecimal(tax));
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

    /** A slot of the first day, by its number on the grid. */
    public static Map<String, Object> slot(int number, long good, long total) {
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

    /** Planned and approved maintenance of the service, in seconds after the start. */
    public static Map<String, Object> window(String id, long from, long to) {
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
