package io.plimsoll.gold.capacity;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_set;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.CapacityColumns;
import io.plimsoll.bridge.CapacityPlans;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ResourceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row a resource, metric and run's date: what of it may be used, how much is, when it runs out, what to order by when, and which
 * objectives that protects ({@code docs/methods.md}). What cannot be planned has its row too, with a status that says why.
 */
public final class CapacityPlan implements Table {

    public static final String NAME = "gold.capacity_plan";

    public static final Field RAW_CAPACITY = number(
            CapacityColumns.RAW_CAPACITY,
            "what there is of it: the latest measurement's, else the declared one where the unit is the same; null when neither says");
    public static final Field USABLE_CAPACITY = number(
            "usable_capacity",
            "what may be used when spare units have failed and the buffer is kept: raw x (N - k)/N x (1 - buffer); null when not known");
    public static final Field HOURS_OBSERVED =
            Field.required("hours_observed", LongType, "h", "hours with a measurement in the last 90 days");
    public static final Field P50 = number("p50", "median of the mean use of these hours; null without any");
    public static final Field P95 = number("p95", "95th percentile of the mean use of these hours; null without any");
    public static final Field P99 = number("p99", "99th percentile of the mean use of these hours; null without any");
    public static final Field MAX = number("max", "highest sample of these hours; null without any");
    public static final Field COVERAGE_RATIO = ratio(
            "coverage_ratio",
            "hours observed, of the last 90 days or of those since the first measurement; null without any");
    public static final Field HEADROOM_RATIO = ratio(
            "headroom_ratio",
            "1 - p99 / usable_capacity: negative when more is used than may be; null when either is not known");
    public static final Field EXHAUSTS_P10_ON = date(
            "exhausts_p10_on",
            "the early date: by then the busiest hour of a day reaches the usable capacity with probability 0.1; null when not within the horizon");
    public static final Field EXHAUSTS_P50_ON =
            date("exhausts_p50_on", "the same with probability 0.5; null when not within the horizon");
    public static final Field EXHAUSTS_P90_ON =
            date("exhausts_p90_on", "the same with probability 0.9; null when not within the horizon");
    public static final Field P_BEFORE_LEAD_TIME = ratio(
            "p_exhaust_before_lead_time",
            "probability that an order placed on the run's date comes too late; null without a lead time or a forecast");
    public static final Field P_WITHIN_HORIZON = ratio(
            "p_exhaust_within_horizon", "probability that it runs out within the horizon; null without a forecast");
    public static final Field HORIZON_DAYS = Field.required(
            "horizon_days", IntegerType, "d", "days looked ahead: a quarter beyond the lead time, at most a year");
    public static final Field STATUS = Field.required(
            "status",
            StringType,
            "crossed (the last day already reaches it), within_horizon (the early date is one), beyond_horizon, falling; insufficient_data; capacity_unknown (no capacity, or spare units without how many there are)");
    public static final Field ORDER_BY_ON = date(
            "order_by_on",
            "exhausts_p10_on less the lead time; a day in the past is an order overdue; null without either");
    public static final Field RECOMMENDED_CAPACITY = number(
            "recommended_capacity",
            "raw capacity, in whole order steps, that carries at the target utilisation the highest day which nine of ten simulated futures keep below; null when not known");
    public static final Field MONTHLY_COST = Field.optional(
            "monthly_cost",
            createDecimalType(18, 2),
            "see cost_currency",
            "what the recommended capacity costs a month at the declared unit cost; null without one");
    public static final Field ADDED_MONTHLY_COST = Field.optional(
            "added_monthly_cost",
            createDecimalType(18, 2),
            "see cost_currency",
            "the same for what it is more than raw_capacity, negative for less; null without a unit cost");
    public static final Field COST_CURRENCY =
            Field.optional("cost_currency", StringType, "currency of the costs, ISO 4217; null when undeclared");
    public static final Field PROTECTS_OBJECTIVES = Field.required(
            "protects_objectives",
            createArrayType(StringType, false),
            "objectives in force of the service that runs on it; empty when there are none");
    public static final Field AS_OF = Field.required("as_of", DateType, "the run's date");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a resource, metric and run's date: when it runs out, what to order by when")
            .withFields(
                    MeasuredResources.RESOURCE_ID,
                    MeasuredResources.METRIC,
                    MeasuredResources.UNIT,
                    MeasuredResources.SERVICE_ID,
                    RAW_CAPACITY,
                    USABLE_CAPACITY,
                    HOURS_OBSERVED,
                    P50,
                    P95,
                    P99,
                    MAX,
                    COVERAGE_RATIO,
                    HEADROOM_RATIO,
                    EXHAUSTS_P10_ON,
                    EXHAUSTS_P50_ON,
                    EXHAUSTS_P90_ON,
                    ResourceTable.LEAD_TIME_DAYS,
                    P_BEFORE_LEAD_TIME,
                    P_WITHIN_HORIZON,
                    HORIZON_DAYS,
                    STATUS,
                    ORDER_BY_ON,
                    RECOMMENDED_CAPACITY,
                    MONTHLY_COST,
                    ADDED_MONTHLY_COST,
                    COST_CURRENCY,
                    PROTECTS_OBJECTIVES,
                    AS_OF)
            .withKey(MeasuredResources.RESOURCE_ID, MeasuredResources.METRIC, AS_OF)
            .withChecks(
                    new Check(
                            "dates_in_order",
                            "(exhausts_p50_on IS NULL OR exhausts_p10_on <= exhausts_p50_on) AND (exhausts_p90_on IS NULL OR exhausts_p50_on <= exhausts_p90_on)",
                            "the early date is the first"),
                    new Check(
                            "usable_within_raw",
                            "usable_capacity IS NULL OR usable_capacity <= raw_capacity",
                            "no more may be used than there is"),
                    new Check(
                            "probabilities_are_ratios",
                            "(p_exhaust_before_lead_time IS NULL OR p_exhaust_before_lead_time BETWEEN 0 AND 1) AND (p_exhaust_within_horizon IS NULL OR p_exhaust_within_horizon BETWEEN 0 AND 1)",
                            "probabilities lie in [0,1]"))
            .withPartitions(AS_OF);

    private static Field number(String name, String meaning) {
        return Field.optional(name, DoubleType, "see unit", meaning);
    }

    private static Field ratio(String name, String meaning) {
        return Field.optional(name, DoubleType, "ratio", meaning);
    }

    private static Field date(String name, String meaning) {
        return Field.optional(name, DateType, "UTC", meaning);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ResourceHour.NAME, ResourceTable.NAME, ObjectiveTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> planned = new CapacityPlans(MeasuredResources.end(parameters))
                .of(MeasuredResources.points(inputs, parameters), MeasuredResources.KEY);
        return withObjectives(withCost(planned), inputs, parameters)
                .withColumn(AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** What the recommended capacity costs, and how much more that is. */
    static Dataset<Row> withCost(Dataset<Row> planned) {
        return planned.withColumn(MONTHLY_COST.name(), cost(RECOMMENDED_CAPACITY.col()))
                .withColumn(
                        ADDED_MONTHLY_COST.name(),
                        cost(RECOMMENDED_CAPACITY.col().minus(RAW_CAPACITY.col())))
                .withColumn(COST_CURRENCY.name(), ResourceTable.CURRENCY.col());
    }

    private static Column cost(Column amount) {
        return amount.cast(createDecimalType(28, 6))
                .multiply(ResourceTable.UNIT_COST.col())
                .cast(MONTHLY_COST.type());
    }

    /** With the objectives of the service, in order of their names. */
    static Dataset<Row> withObjectives(Dataset<Row> planned, Inputs inputs, Parameters parameters) {
        Dataset<Row> objectives = Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters)
                .groupBy(MeasuredResources.SERVICE_ID.col())
                .agg(array_sort(collect_set(ObjectiveTable.OBJECTIVE_ID.col())).as("_objectives"));
        return planned.join(broadcast(objectives), Names.of(MeasuredResources.SERVICE_ID), "left")
                .withColumn(
                        PROTECTS_OBJECTIVES.name(),
                        coalesce(col("_objectives"), array().cast(PROTECTS_OBJECTIVES.type())));
    }
}
