package io.plimsoll.gold.capacity;

import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.negate;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;

import io.plimsoll.bridge.CapacityColumns;
import io.plimsoll.bridge.CapacityPlans;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.catalogue.CapacityScenarioTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ResourceTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a resource, metric, declared scenario in force and run's date: the plan ({@link CapacityPlan}) if demand grew, a unit were
 * lost, something were launched or retired. What is lost stays lost: the units that are left keep their spare ones and their buffer.
 */
public final class CapacityScenarioPlan implements Table {

    public static final String NAME = "gold.capacity_scenario";

    public static final Field SCENARIO_ID = CapacityScenarioTable.SCENARIO_ID;
    public static final Field RAW_CAPACITY = like(
            CapacityPlan.RAW_CAPACITY,
            "what there is of it under the scenario; null when not known, or no unit is left");
    public static final Field HEADROOM_RATIO = like(
            CapacityPlan.HEADROOM_RATIO,
            "1 - p99 / usable_capacity of the scenario; p99 is past use, the scenario's demand stands in the dates");
    public static final Field STATUS = Field.required(
            "status",
            CapacityPlan.STATUS.type(),
            "as in capacity_plan; no_unit_left when the scenario takes every unit there is");
    public static final Field ADDED_MONTHLY_COST = like(
            CapacityPlan.ADDED_MONTHLY_COST,
            "cost of recommended_capacity beyond raw_capacity, so units that are lost are paid again; null without a unit cost");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a resource, metric, scenario and run's date: the capacity plan if it came so")
            .withFields(
                    MeasuredResources.RESOURCE_ID,
                    MeasuredResources.METRIC,
                    SCENARIO_ID,
                    MeasuredResources.UNIT,
                    MeasuredResources.SERVICE_ID,
                    RAW_CAPACITY,
                    CapacityPlan.USABLE_CAPACITY,
                    CapacityPlan.HOURS_OBSERVED,
                    CapacityPlan.P50,
                    CapacityPlan.P95,
                    CapacityPlan.P99,
                    CapacityPlan.MAX,
                    CapacityPlan.COVERAGE_RATIO,
                    HEADROOM_RATIO,
                    CapacityPlan.EXHAUSTS_P10_ON,
                    CapacityPlan.EXHAUSTS_P50_ON,
                    CapacityPlan.EXHAUSTS_P90_ON,
                    ResourceTable.LEAD_TIME_DAYS,
                    CapacityPlan.P_BEFORE_LEAD_TIME,
                    CapacityPlan.P_WITHIN_HORIZON,
                    CapacityPlan.HORIZON_DAYS,
                    STATUS,
                    CapacityPlan.ORDER_BY_ON,
                    CapacityPlan.RECOMMENDED_CAPACITY,
                    CapacityPlan.MONTHLY_COST,
                    ADDED_MONTHLY_COST,
                    CapacityPlan.COST_CURRENCY,
                    CapacityPlan.PROTECTS_OBJECTIVES,
                    CapacityPlan.AS_OF)
            .withKey(MeasuredResources.RESOURCE_ID, MeasuredResources.METRIC, SCENARIO_ID, CapacityPlan.AS_OF)
            .withPartitions(CapacityPlan.AS_OF);

    private static final String DECLARED = "declared";

    private static Field like(Field field, String meaning) {
        return new Field(field.name(), field.type(), field.required(), field.unit(), meaning);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ResourceHour.NAME, ResourceTable.NAME, ObjectiveTable.NAME, CapacityScenarioTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> points = MeasuredResources.points(inputs, parameters)
                .crossJoin(broadcast(declared(inputs, parameters)))
                .withColumn(CapacityColumns.SCENARIOS, transform(filter(col(DECLARED), s -> isAbout(s)), s -> asked(s)))
                .where(size(col(CapacityColumns.SCENARIOS)).gt(0));
        List<String> key = new ArrayList<>(MeasuredResources.KEY);
        key.add(CapacityColumns.SCENARIOS);
        Dataset<Row> planned = new CapacityPlans(MeasuredResources.end(parameters))
                .of(points, key)
                .withColumn(RAW_CAPACITY.name(), col("scenario_raw_capacity"));
        return CapacityPlan.withObjectives(CapacityPlan.withCost(planned), inputs, parameters)
                .withColumn(CapacityPlan.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** One row with all scenarios in force; there are few. */
    private static Dataset<Row> declared(Inputs inputs, Parameters parameters) {
        return Versions.inForce(inputs.table(CapacityScenarioTable.NAME), parameters)
                .groupBy()
                .agg(array_sort(collect_list(struct(
                                SCENARIO_ID.col(),
                                CapacityScenarioTable.RESOURCES.col(),
                                CapacityScenarioTable.SERVICES.col(),
                                CapacityScenarioTable.METRICS.col(),
                                CapacityScenarioTable.GROWTH.col(),
                                CapacityScenarioTable.LAUNCH.col(),
                                CapacityScenarioTable.RETIRE.col(),
                                CapacityScenarioTable.STARTS_ON.col(),
                                CapacityScenarioTable.UNITS_LOST.col())))
                        .as(DECLARED));
    }

    private static Column isAbout(Column scenario) {
        Column resources = of(scenario, CapacityScenarioTable.RESOURCES);
        Column services = of(scenario, CapacityScenarioTable.SERVICES);
        Column metrics = of(scenario, CapacityScenarioTable.METRICS);
        Column all = size(resources).equalTo(0).and(size(services).equalTo(0));
        Column named = array_contains(resources, MeasuredResources.RESOURCE_ID.col());
        Column served = coalesce(array_contains(services, MeasuredResources.SERVICE_ID.col()), lit(false));
        Column measured = array_contains(metrics, MeasuredResources.METRIC.col());
        return all.or(named).or(served).and(size(metrics).equalTo(0).or(measured));
    }

    /** The scenario as {@link CapacityPlans#SCENARIO}. */
    private static Column asked(Column scenario) {
        return struct(
                of(scenario, SCENARIO_ID).as("scenario_id"),
                of(scenario, CapacityScenarioTable.GROWTH).as("growth"),
                of(scenario, CapacityScenarioTable.LAUNCH)
                        .minus(of(scenario, CapacityScenarioTable.RETIRE))
                        .as("launched"),
                of(scenario, CapacityScenarioTable.STARTS_ON).as("starts_on"),
                negate(of(scenario, CapacityScenarioTable.UNITS_LOST)).as("units"));
    }

    private static Column of(Column scenario, Field field) {
        return scenario.getField(field.name());
    }
}
