package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.catalogue.BudgetPolicyTable;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three services with a target of 99 % over 30 days and a hundred requests in five minutes, from 1 to 4 January 2026. Checkout
 * fails wholly from 10:00 to 11:00 on the 2nd: 1,200 bad, of a budget that grows by 288 a day. Search fails for five minutes,
 * ledger never.
 */
class BudgetPolicyStateTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final Parameters PARAMETERS =
            new Parameters(LocalDate.of(2026, 1, 5), ZoneOffset.UTC, Optional.empty());

    private static Dataset<Row> alerts;
    private static Dataset<Row> budgets;

    @BeforeAll
    static void compute() {
        Rows given = new Rows()
                .with(ObjectiveTable.CONTRACT, List.of(objective("checkout"), objective("search"), objective("ledger")))
                .with(
                        IndicatorTable.CONTRACT,
                        Map.of("sli_id", "i", "measure", "counts", "resolution_seconds", 60L, "is_synthetic", false))
                .with(
                        BudgetPolicyTable.CONTRACT,
                        List.of(
                                policy("fast-burn", 0, "FREEZE", "Stop releases", 3_600L, "14.4", null),
                                policy("slow-burn", 1, "CAUTION", "Fix first", 86_400L, "100", "0.5")))
                .with(new ObjectiveHour().contract(), hours());
        alerts = Rows.held(new BurnAlert().build(given.inputs(), PARAMETERS));
        Inputs withAlerts =
                name -> name.equals(BurnAlert.NAME) ? alerts : given.inputs().table(name);
        budgets = Rows.held(new ErrorBudget().build(withAlerts, PARAMETERS));
    }

    @Test
    void anAlertHoldsWhileBothWindowsExceed() {
        // 14.4 % of an hour's 1,200 are 172.8: reached when two stretches of five minutes were bad.
        assertThat(TestWorkspace.text(alerts, "objective_id", "policy", "from_at", "to_at"))
                .containsExactly("checkout | fast-burn | 2026-01-02T10:10:00Z | 2026-01-02T11:05:00Z");
    }

    @Test
    void theFirstPolicyThatHoldsIsTheStateOfTheDay() {
        assertThat(TestWorkspace.text(
                        budgets.where("objective_id = 'checkout'"),
                        "day",
                        "int(budget)",
                        "int(bad)",
                        "policy_state",
                        "policy_action"))
                .containsExactly(
                        "2026-01-01 | 288 | 0 | HEALTHY | null",
                        "2026-01-02 | 576 | 1200 | FREEZE | Stop releases",
                        "2026-01-03 | 864 | 1200 | CAUTION | Fix first",
                        "2026-01-04 | 1152 | 1200 | CAUTION | Fix first");
    }

    @Test
    void theHistorySaysSinceWhenAndUntilWhen() {
        Dataset<Row> history = new BudgetPolicyState().build(name -> budgets, PARAMETERS);

        assertThat(TestWorkspace.text(
                        history, "objective_id", "since_day", "until_day", "policy_state", "days", "is_current"))
                .containsExactly(
                        "checkout | 2026-01-01 | 2026-01-02 | HEALTHY | 1 | false",
                        "checkout | 2026-01-02 | 2026-01-03 | FREEZE | 1 | false",
                        "checkout | 2026-01-03 | 2026-01-05 | CAUTION | 2 | true",
                        "ledger | 2026-01-01 | 2026-01-05 | HEALTHY | 4 | true",
                        "search | 2026-01-01 | 2026-01-05 | HEALTHY | 4 | true");
    }

    private static Map<String, Object> objective(String id) {
        Map<String, Object> objective = new HashMap<>();
        objective.put("objective_id", id);
        objective.put("slo", id);
        objective.put("service_id", id);
        objective.put("sli_id", "i");
        objective.put("method", "Occurrences");
        objective.put("target", new BigDecimal("0.99"));
        objective.put("window_kind", "rolling");
        objective.put("window_unit", "day");
        objective.put("window_count", 30);
        return objective;
    }

    private static Map<String, Object> policy(
            String name,
            int position,
            String state,
            String action,
            long lookback,
            String threshold,
            @Nullable String below) {
        Map<String, Object> policy = new HashMap<>();
        policy.put("objective_id", "checkout");
        policy.put("policy", name);
        policy.put("position", position);
        policy.put("state", state);
        policy.put("action", action);
        policy.put("op", "gte");
        policy.put("threshold", new BigDecimal(threshold));
        policy.put("lookback_seconds", lookback);
        policy.put("remaining_below", below == null ? null : new BigDecimal(below));
        return policy;
    }

    private static List<Map<String, Object>> hours() {
        List<Map<String, Object>> hours = new ArrayList<>();
        for (int day = 0; day < 4; day++) {
            for (int hour = 0; hour < 24; hour++) {
                boolean isOutage = day == 1 && hour == 10;
                hours.add(hour("checkout", day, hour, isOutage ? 12 : 0));
                hours.add(hour("search", day, hour, isOutage ? 1 : 0));
                hours.add(hour("ledger", day, hour, 0));
            }
        }
        return hours;
    }

    private static Map<String, Object> hour(String objective, int day, int hour, int badStretches) {
        List<Row> minutes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            minutes.add(
                    RowFactory.create(i * 5, BigDecimal.valueOf(i < badStretches ? 0 : 100), BigDecimal.valueOf(100)));
        }
        return Map.of(
                "objective_id",
                objective,
                "zone",
                "UTC",
                "hour_at",
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds((day * 24L + hour) * 3_600),
                "good",
                BigDecimal.valueOf(1_200 - 100L * badStretches),
                "total",
                BigDecimal.valueOf(1_200),
                "minutes",
                minutes,
                "day",
                FIRST.plusDays(day));
    }
}
