package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Conform;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * June 2026, a thousand requests a day. Of critical services own loses 3 of 30,000, three deliver 99 % at 0.005, 0.006 and 0.01 EUR a
 * good request, three 99.5 % at 0.008; a service of low criticality is dear and unlike. The bill in USD ends on the 20th.
 */
class TargetCostTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
    private static final LocalDate JUNE = LocalDate.of(2026, 6, 1);

    private final List<Map<String, Object>> services = new ArrayList<>();
    private final List<Map<String, Object>> objectives = new ArrayList<>();
    private final List<Map<String, Object>> indicators = new ArrayList<>();
    private final List<Map<String, Object>> hours = new ArrayList<>();
    private final List<Map<String, Object>> bills = new ArrayList<>();

    private static Dataset<Row> costs;

    @BeforeAll
    static void compute() {
        costs = new TargetCostTest().built();
    }

    @Test
    void whatALevelCostsIsTheServicesOwnBillAndWhatOthersPay() {
        assertThat(text(
                        "service_id = 'own'",
                        "float(level)",
                        "status",
                        "is_target",
                        "like_services",
                        "level_cost",
                        "marginal_cost"))
                .containsExactly(
                        "0.99 | COMPARED | false | 3 | 179.98 | null",
                        "0.995 | COMPARED | false | 3 | 239.98 | 60.00",
                        "0.999 | TOO_FEW_ALIKE | true | 0 | null | null",
                        "0.9999 | OBSERVED | false | 0 | null | null");
    }

    @Test
    void aServiceIsNotLikeItself() {
        assertThat(text("service_id IN ('cheap', 'unlike') AND is_delivered", "service_id", "status", "like_services"))
                .containsExactly("cheap | OBSERVED | 2", "unlike | OBSERVED | 0");
    }

    @Test
    void theOwnCostIsAGoodUnitsAndANines() {
        // 300 EUR over 29,997 good requests; a loss of 1 in 10,000 is four nines; 3 of the 30 that may be lost are a
        // tenth.
        assertThat(text(
                        "service_id = 'own' AND is_delivered",
                        "objective_id",
                        "unit",
                        "monthly_cost",
                        "double(cost_per_good_unit) = 300 / 29997D",
                        "round(nines, 9)",
                        "cost_per_nine",
                        "round(headroom_ratio, 9)",
                        "headroom_band"))
                .containsExactly("own | events | 300.00 | true | 4.0 | 75.00 | 0.9 | INSIDE");
    }

    @Test
    void withoutAWholeMonthOfBillsAndRecordsThereIsAStatusAndNoFigure() {
        assertThat(text(
                        "service_id IN ('unbilled', 'cut', 'unseen', 'whole') AND is_target",
                        "service_id",
                        "status",
                        "currency",
                        "months",
                        "costs_until",
                        "monthly_cost"))
                .containsExactly(
                        "cut | NO_COST | null | null | null | null",
                        "unbilled | NO_COST | null | null | null | null",
                        "unseen | NO_RECORD | null | null | null | null",
                        "whole | TOO_FEW_ALIKE | EUR | 1 | 2026-07-01 | 100.00");
    }

    @Test
    void aServiceIsAsReliableAsItsWorstObjectiveAndASyntheticCheckIsNoUse() {
        assertThat(text(
                        "service_id = 'both' AND is_delivered",
                        "objective_id",
                        "float(level)",
                        "double(headroom_ratio)",
                        "headroom_band"))
                .containsExactly("both-slow | 0.995 | -2.0 | BELOW");
    }

    @Test
    void theOrderOfTheRecordsChangesNothing() {
        TargetCostTest world = new TargetCostTest();
        List.of(world.services, world.objectives, world.indicators, world.hours, world.bills)
                .forEach(Collections::reverse);

        assertThat(sorted(world.built())).isEqualTo(sorted(costs));
    }

    private static List<Row> sorted(Dataset<Row> rows) {
        return rows.orderBy("service_id", "level").collectAsList();
    }

    private static List<String> text(String which, String... columns) {
        return TestWorkspace.text(costs.where(which), columns);
    }

    TargetCostTest() {
        fleet();
        service("unbilled", "high", 30, 0, 0);
        service("cut", "high", 30, 0, 0);
        bill("cut", "USD", "100", JUNE, JUNE.plusDays(20));
        service("unseen", "high", 26, 0, 100);
        service("whole", "high", 27, 0, 100);
        service("both", "normal", 30, 60, 100);
        objective("both", "both-slow", false, 30, 90);
        objective("both", "both-robot", true, 30, 900);
    }

    private void fleet() {
        service("own", "critical", 30, 3, 300);
        service("cheap", "critical", 30, 300, 148.5);
        service("usual", "critical", 30, 300, 178.2);
        service("dear", "critical", 30, 300, 297);
        for (int i = 1; i <= 3; i++) {
            service("better-" + i, "critical", 30, 150, 238.8);
        }
        service("unlike", "low", 30, 300, 9_000);
    }

    /** A thousand requests on each of some days of June, the bad ones on the first; a bill of the month unless it is 0. */
    private void service(String id, String criticality, int days, long bad, double cost) {
        services.add(Map.of("service_id", id, "criticality", criticality, "depends_on", List.of()));
        objective(id, id, false, days, bad);
        if (cost > 0) {
            bill(id, "EUR", String.valueOf(cost), JUNE, AS_OF);
        }
    }

    private void objective(String service, String id, boolean synthetic, int days, long bad) {
        objectives.add(Map.of(
                "objective_id", id, "service_id", service, "sli_id", id, "method", "Occurrences", "target", share()));
        indicators.add(Map.of("sli_id", id, "measure", "counts", "resolution_seconds", 60L, "is_synthetic", synthetic));
        for (int day = 0; day < days; day++) {
            hours.add(Map.of(
                    "objective_id",
                    id,
                    "hour_at",
                    instant(JUNE.plusDays(day)).plus(12, ChronoUnit.HOURS),
                    "good",
                    BigDecimal.valueOf(day == 0 ? 1_000 - bad : 1_000),
                    "total",
                    BigDecimal.valueOf(1_000),
                    "day",
                    JUNE.plusDays(day)));
        }
    }

    private static BigDecimal share() {
        return new BigDecimal("0.999");
    }

    private void bill(String service, String currency, String cost, LocalDate from, LocalDate to) {
        bills.add(Map.of(
                "service_id",
                service,
                "ChargeCategory",
                "Usage",
                "BillingCurrency",
                currency,
                "BilledCost",
                new BigDecimal(cost),
                "ChargePeriodStart",
                instant(from),
                "ChargePeriodEnd",
                instant(to),
                "day",
                from));
    }

    private static Instant instant(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private Dataset<Row> built() {
        Rows given = new Rows()
                .with(ServiceTable.CONTRACT, services)
                .with(ObjectiveTable.CONTRACT, objectives)
                .with(IndicatorTable.CONTRACT, indicators)
                .with(new ObjectiveHour().contract(), hours)
                .with(new BillingLine().contract(), bills);
        TargetCost table = new TargetCost();
        return Rows.held(Conform.to(
                table.contract(),
                table.build(given.inputs(), new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty()))));
    }
}
