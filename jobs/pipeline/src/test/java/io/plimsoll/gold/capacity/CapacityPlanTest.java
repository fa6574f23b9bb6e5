package io.plimsoll.gold.capacity;

import static io.plimsoll.gold.capacity.Fleet.PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.time.LocalDate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The plans of {@link Fleet}. */
class CapacityPlanTest {

    private static Dataset<Row> plans;

    @BeforeAll
    static void compute() {
        plans = Rows.held(new CapacityPlan().build(Fleet.rows().inputs(), PARAMETERS));
    }

    @Test
    void everyResourceIsPlannedOrSaysWhyNot() {
        assertThat(TestWorkspace.text(
                        plans, "resource_id", "metric", "unit", "raw_capacity", "usable_capacity", "status"))
                .containsExactlyInAnyOrder(
                        "disk | storage | GB | 100.0 | 100.0 | within_horizon",
                        "pool | cpu | core | 120.0 | 80.0 | beyond_horizon",
                        "spare | cpu | core | 120.0 | null | capacity_unknown",
                        "paper | cpu | core | null | null | capacity_unknown",
                        "wild | memory | null | 64.0 | 64.0 | beyond_horizon");
    }

    @Test
    void aDiskRunsOutWhenItsLineSaysSoAndIsOrderedALeadTimeBefore() {
        Row disk = plans.where("resource_id = 'disk'").first();
        LocalDate early = disk.getAs("exhausts_p10_on");
        LocalDate late = disk.getAs("exhausts_p90_on");

        // Day 240 of the line; the last measurement is day 159, on 9 June.
        assertThat(LocalDate.of(2026, 8, 29)).isBetween(early, late);
        assertThat(disk.<LocalDate>getAs("order_by_on")).isEqualTo(early.minusDays(30));
        assertThat(disk.<Double>getAs("p_exhaust_before_lead_time")).isLessThan(0.05);
        assertThat(disk.<Integer>getAs("horizon_days")).isEqualTo(121);
        assertThat(disk.<Object>getAs("protects_objectives")).hasToString("ArraySeq(checkout-up)");
    }

    @Test
    void whatIsRecommendedComesInOrderStepsAndHasItsPrice() {
        // About 110 are used at the end of the horizon; at 80 % that takes 138 to 145, in steps of 25 from 100: 150.
        assertThat(TestWorkspace.text(
                        plans.where("resource_id = 'disk'"),
                        "recommended_capacity",
                        "monthly_cost",
                        "added_monthly_cost",
                        "cost_currency"))
                .containsExactly("150.0 | 15.00 | 5.00 | EUR");
    }

    @Test
    void useIsSeenAgainstWhatMayBeUsed() {
        Row pool = plans.where("resource_id = 'pool'").first();

        assertThat(pool.<Double>getAs("p50")).isBetween(49.5, 50.5);
        assertThat(pool.<Double>getAs("headroom_ratio")).isCloseTo(1 - pool.<Double>getAs("p99") / 80, within(1e-12));
        // A measurement a day, in 90 days to the end of the 9th.
        assertThat(pool.<Long>getAs("hours_observed")).isEqualTo(90);
        assertThat(pool.<Double>getAs("coverage_ratio")).isEqualTo(1 / 24.0);
        assertThat(pool.<LocalDate>getAs("order_by_on")).isNull();
    }
}
