package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A request a second at noon of each day, from January 2025 to the end of June 2026: 18 months of about 108,000. Steady and bound lose
 * a hundred each 15th (a tenth of a percent), clean loses nothing; bound's chain supports 99 %, new began in June.
 */
class TargetRecommendationTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);

    private static Dataset<Row> targets;

    @BeforeAll
    static void compute() {
        List<Map<String, Object>> hours = new ArrayList<>();
        add(hours, "steady", FIRST, 100);
        add(hours, "bound", FIRST, 100);
        add(hours, "clean", FIRST, 0);
        add(hours, "new", LocalDate.of(2026, 6, 2), 100);
        Rows given = new Rows()
                .with(new ObjectiveHour().contract(), hours)
                .with(
                        ObjectiveTable.CONTRACT,
                        List.of(
                                objective("steady", "0.999900000000"),
                                objective("bound", "0.999000000000"),
                                objective("clean", "0.990000000000"),
                                objective("new", "0.990000000000")))
                .with(
                        new AgreementChain().contract(),
                        List.of(chain("bound", "2026-05-01", 0.5), chain("bound", "2026-06-01", 0.99)));
        targets = Rows.held(new TargetRecommendation()
                .build(given.inputs(), new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty())));
    }

    @Test
    void thePastSaysWhatCanBePromised() {
        // An outage of a thousandth a month, some months two or three: 99.7 % holds, 99.99 % never does.
        Row steady = targets.where("objective_id = 'steady'").first();

        assertThat(steady.<BigDecimal>getAs("recommended_target"))
                .isBetween(new BigDecimal("0.99"), new BigDecimal("0.998"));
        assertThat(steady.<Double>getAs("p_meet_current")).isLessThan(0.5);
        assertThat(steady.<Double>getAs("p_meet_recommended")).isGreaterThanOrEqualTo(0.95);
        assertThat(steady.<Double>getAs("p_meet_recommended_lo90")).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void nothingIsPromisedAboveTheChainBelow() {
        assertThat(TestWorkspace.text(
                        targets.where("objective_id = 'bound'"), "dependency_ceiling", "double(recommended_target)"))
                .containsExactly("0.99 | 0.99");
    }

    @Test
    void evidenceIsCountedInWholeMonths() {
        assertThat(TestWorkspace.text(targets, "objective_id", "periods_observed", "outages_observed"))
                .containsExactly("bound | 18 | 18", "clean | 18 | 0", "new | 0 | 0", "steady | 18 | 18");
    }

    @Test
    void withoutAWholeMonthNothingIsSaid() {
        assertThat(TestWorkspace.text(
                        targets.where("objective_id = 'new'"),
                        "double(current_target)",
                        "recommended_target",
                        "p_meet_current",
                        "provable_target"))
                .containsExactly("0.99 | null | null | null");
    }

    private static void add(List<Map<String, Object>> hours, String objective, LocalDate from, int lost) {
        for (LocalDate day = from; day.isBefore(AS_OF); day = day.plusDays(1)) {
            hours.add(Map.of(
                    "objective_id",
                    objective,
                    "hour_at",
                    day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                    "good",
                    new BigDecimal(3_600 - (day.getDayOfMonth() == 15 ? lost : 0)),
                    "total",
                    new BigDecimal(3_600),
                    "day",
                    day));
        }
    }

    private static Map<String, Object> objective(String name, String target) {
        return Map.of("objective_id", name, "service_id", "s", "target", new BigDecimal(target));
    }

    private static Map<String, Object> chain(String objective, String period, double possible) {
        return Map.of(
                "agreement_id",
                "sla",
                "objective_id",
                objective,
                "period_start",
                LocalDate.parse(period),
                "possible_ratio",
                possible);
    }
}
