package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.contract.Parameters;
import io.plimsoll.testing.BuiltTables;
import io.plimsoll.testing.OneAgreement;
import io.plimsoll.testing.Rows;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** January 2026, 1,000 events a day in the first slot of each; 21 January is the run's date, 20 days are known, 11 are left. */
class SlaRiskTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 21);

    /** Since the 14th 100 a day are bad: 713 of 20,000 so far is within 5 %, 1,813 of 31,000 at the end is not. */
    @Test
    void aPromiseThatIsKeptTodayAndWillNotBeIsAtRisk() {
        Row risk = risk("0.95", faultSinceThe14th(), Map.of());

        assertThat(risk.<String>getAs("status")).isEqualTo("AT_RISK");
        assertThat(risk.<Double>getAs("p_breach")).isGreaterThan(0.5);
        assertThat(risk.<Double>getAs("expected_attained")).isCloseTo(1 - 1_813 / 31_000.0, within(0.01));
        assertThat(risk.<LocalDate>getAs("budget_exhausted_on")).isBetween("2026-01-26", "2026-01-31");
        assertThat(risk.<LocalDate>getAs("foreseen_on")).isBetween("2026-01-15", "2026-01-21");
        assertThat(risk.<Integer>getAs("lead_days")).isBetween(5, 16);
        assertThat(risk.<String>getAs("first_action")).isEqualTo("stop releases");
    }

    @Test
    void aPromiseWithBudgetToSpareIsNot() {
        Row risk = risk("0.85", faultSinceThe14th(), Map.of());

        assertThat(risk.<String>getAs("status")).isEqualTo("MET");
        assertThat(risk.<Double>getAs("p_breach")).isLessThan(0.1);
        assertThat(risk.<LocalDate>getAs("foreseen_on")).isNull();
        assertThat(risk.<String>getAs("first_action")).isNull();
    }

    /** The same faults as maintenance that does not count: what is excluded is no omen. */
    @Test
    void whatTheAgreementForgivesTeachesNothing() {
        List<Map<String, Object>> windows = new ArrayList<>();
        for (int day = 13; day < 20; day++) {
            windows.add(OneAgreement.window("w" + day, day * 86_400L, day * 86_400L + 1_000));
        }
        Map<String, Row> forgiven = Map.of("planned", RowFactory.create("count_good", null, null));

        Row risk = risk("0.95", faultSinceThe14th(), forgiven, windows);

        assertThat(risk.<Double>getAs("p_breach")).isLessThan(0.1);
    }

    @Test
    void theOrderOfTheSlotsChangesNothing() {
        List<Map<String, Object>> shuffled = new ArrayList<>(faultSinceThe14th());
        Collections.shuffle(shuffled, new Random(3));

        assertThat(risk("0.95", shuffled, Map.of())).isEqualTo(risk("0.95", faultSinceThe14th(), Map.of()));
    }

    private static List<Map<String, Object>> faultSinceThe14th() {
        List<Map<String, Object>> slots = new ArrayList<>();
        for (int day = 0; day < 20; day++) {
            Map<String, Object> slot = new HashMap<>(OneAgreement.slot(0, day < 13 ? 999 : 895 + day % 5 * 3, 1_000));
            slot.put("measured_at", OneAgreement.START.plusSeconds(day * 86_400L));
            slot.put("day", LocalDate.of(2026, 1, 1).plusDays(day));
            slots.add(slot);
        }
        return slots;
    }

    private static Row risk(String target, List<Map<String, Object>> slots, Map<String, Row> exclusions) {
        return risk(target, slots, exclusions, List.of());
    }

    private static Row risk(
            String target,
            List<Map<String, Object>> slots,
            Map<String, Row> exclusions,
            List<Map<String, Object>> windows) {
        Rows given = OneAgreement.silver(target, "Occurrences", exclusions, slots, windows)
                .with(
                        new BudgetPolicyState().contract(),
                        Map.of("objective_id", "o", "is_current", true, "policy_action", "stop releases"));
        List<Row> risks = new BuiltTables(
                        given.inputs(),
                        new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty()),
                        new AgreementScope(),
                        new SlaCompliance(),
                        new ObjectiveHour(),
                        new SlaRisk())
                .table(SlaRisk.NAME)
                .collectAsList();
        assertThat(risks).hasSize(1);
        return risks.get(0);
    }
}
