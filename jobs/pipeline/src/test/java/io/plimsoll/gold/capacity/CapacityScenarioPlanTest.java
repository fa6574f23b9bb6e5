package io.plimsoll.gold.capacity;

import static io.plimsoll.gold.capacity.Fleet.PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.silver.catalogue.CapacityScenarioTable;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** {@link Fleet} under four scenarios. */
class CapacityScenarioPlanTest {

    private static Dataset<Row> plans;

    @BeforeAll
    static void compute() {
        Map<String, Object> nothing = Map.of(
                "resources",
                List.of(),
                "services",
                List.of(),
                "metrics",
                List.of(),
                "growth",
                1.0,
                "units_lost",
                0,
                "launched_demand",
                0.0,
                "retired_demand",
                0.0);
        Rows given = Fleet.rows()
                .with(
                        CapacityScenarioTable.CONTRACT,
                        List.of(
                                Fleet.with(
                                        nothing,
                                        Map.of(
                                                "scenario_id",
                                                "growth",
                                                "growth",
                                                1.25,
                                                "services",
                                                List.of("checkout"))),
                                Fleet.with(
                                        nothing,
                                        Map.of(
                                                "scenario_id",
                                                "lose-one",
                                                "units_lost",
                                                1,
                                                "metrics",
                                                List.of("cpu", "memory"))),
                                Fleet.with(
                                        nothing,
                                        Map.of(
                                                "scenario_id",
                                                "launch",
                                                "launched_demand",
                                                60.0,
                                                "starts_on",
                                                LocalDate.of(2026, 7, 1),
                                                "resources",
                                                List.of("pool"))),
                                Fleet.with(
                                        nothing,
                                        Map.of(
                                                "scenario_id",
                                                "retire",
                                                "retired_demand",
                                                30.0,
                                                "resources",
                                                List.of("disk"))),
                                Fleet.with(
                                        nothing,
                                        Map.of(
                                                "scenario_id",
                                                "over",
                                                "growth",
                                                9.0,
                                                "effective_to",
                                                LocalDate.of(2026, 1, 1)))));
        plans = Rows.held(new CapacityScenarioPlan().build(given.inputs(), PARAMETERS));
    }

    @Test
    void aScenarioIsPlannedForWhatItIsAbout() {
        assertThat(TestWorkspace.text(plans, "resource_id", "scenario_id", "raw_capacity", "usable_capacity", "status"))
                .containsExactlyInAnyOrder(
                        "disk | growth | 100.0 | 100.0 | within_horizon",
                        "disk | retire | 100.0 | 100.0 | beyond_horizon",
                        // Two of three units are left, one of them to spare: 40 for the 50 in use.
                        "pool | lose-one | 80.0 | 40.0 | crossed",
                        "pool | launch | 120.0 | 80.0 | within_horizon",
                        "spare | lose-one | null | null | capacity_unknown",
                        "paper | lose-one | null | null | capacity_unknown",
                        "wild | lose-one | null | null | no_unit_left");
    }

    @Test
    void growthMovesTheDateAndALaunchIsNotFeltBeforeItsDay() {
        // Four fifths of the disk are used on the day after the last.
        assertThat(plans.where("scenario_id = 'growth'").first().<LocalDate>getAs("exhausts_p50_on"))
                .isBetween(LocalDate.of(2026, 6, 10), LocalDate.of(2026, 6, 13));
        assertThat(plans.where("scenario_id = 'launch'").first().<LocalDate>getAs("exhausts_p10_on"))
                .isEqualTo(LocalDate.of(2026, 7, 1));
    }
}
