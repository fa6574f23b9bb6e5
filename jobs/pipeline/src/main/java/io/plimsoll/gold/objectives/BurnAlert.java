package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.any_value;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.bridge.BurnStretches;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.BudgetPolicyTable;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an objective, policy and stretch of a UTC day in which the policy's burn condition held: the burn rate over the long
 * window and over its twelfth both fulfil it, looked at every five minutes. An objective whose SLO names no alert policy is held
 * against the conditions of the SRE Workbook (2 % of the budget in 1 h, 5 % in 6 h, 10 % in 1 d and in 3 d), scaled to its
 * window; a calendar month counts 30 days there, a quarter 91, a year 365.
 */
public final class BurnAlert implements Table {

    public static final String NAME = "gold.burn_alert";

    public static final Field OBJECTIVE_ID = ObjectiveTable.OBJECTIVE_ID;
    public static final Field POLICY = Field.required(
            "policy", StringType, "the alert policy, or standard-1h, standard-6h, standard-24h, standard-72h");
    public static final Field LONG_SECONDS =
            Field.required("long_seconds", LongType, "s", "the long window, in whole cells of five minutes");
    public static final Field SHORT_SECONDS = Field.required(
            "short_seconds",
            LongType,
            "s",
            "the short window: a twelfth, in whole cells of five minutes and at least a slot of the indicator");
    public static final Field THRESHOLD = Field.required(
            "threshold", BudgetPolicyTable.THRESHOLD.type(), "burn rate that both windows are compared with");
    public static final Field FROM_AT = Field.required("from_at", TimestampType, "UTC", "when it began to hold");
    public static final Field TO_AT =
            Field.required("to_at", TimestampType, "UTC", "when it no longer held, at most the end of the day");
    public static final Field DAY = Field.required("day", DateType, "UTC", "day of from_at");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME,
                    "One row an objective, alert policy and stretch of a UTC day in which its burn condition held")
            .withFields(
                    OBJECTIVE_ID,
                    POLICY,
                    LONG_SECONDS,
                    SHORT_SECONDS,
                    THRESHOLD,
                    FROM_AT,
                    TO_AT,
                    DAY,
                    AgreementScope.AS_OF)
            .withKey(OBJECTIVE_ID, POLICY, FROM_AT, DAY)
            .withChecks(new Check("ends_after_start", "to_at > from_at", "a stretch ends after it starts"))
            .withPartitions(DAY);

    private static final int LONGEST_DAYS = 2 + (int) BudgetPolicyTable.LONGEST_LOOKBACK.toDays();
    private static final int STANDARD_DAYS = 3;
    private static final long DAY_SECONDS = 86_400;
    private static final String REACH_DAYS = "reach_days";
    private static final String POLICIES = "policies";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ObjectiveTable.NAME, IndicatorTable.NAME, BudgetPolicyTable.NAME, ObjectiveHour.NAME);
    }

    /** A day of records is part of every window that ends on it or later. */
    @Override
    public Recompute recompute() {
        return new Recompute.ByDay(1, LONGEST_DAYS);
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> policies = policies(inputs.table(BudgetPolicyTable.NAME));
        Dataset<Row> histories = histories(inputs.table(ObjectiveHour.NAME), policies, parameters);
        return withStretches(
                        histories
                                .join(objectives(inputs), Names.of(OBJECTIVE_ID), "inner")
                                .where(inForce(ObjectiveTable.EFFECTIVE_FROM.col(), ObjectiveTable.EFFECTIVE_TO.col())),
                        parameters)
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** A row an objective with policies: all versions, and how many days back the longest of their windows reaches. */
    private static Dataset<Row> policies(Dataset<Row> declared) {
        Column seconds = coalesce(BudgetPolicyTable.LOOKBACK_SECONDS.col(), lit(0L))
                .plus(coalesce(BudgetPolicyTable.AFTER_SECONDS.col(), lit(0L)));
        return declared.groupBy(OBJECTIVE_ID.col())
                .agg(
                        collect_list(struct(
                                        BudgetPolicyTable.POLICY.col(),
                                        BudgetPolicyTable.OP.col(),
                                        BudgetPolicyTable.THRESHOLD.col(),
                                        BudgetPolicyTable.LOOKBACK_SECONDS.col(),
                                        BudgetPolicyTable.AFTER_SECONDS.col(),
                                        BudgetPolicyTable.EFFECTIVE_FROM.col(),
                                        BudgetPolicyTable.EFFECTIVE_TO.col()))
                                .as(POLICIES),
                        least(ceil(max(seconds).divide(DAY_SECONDS)), lit(LONGEST_DAYS))
                                .cast(IntegerType)
                                .as(REACH_DAYS));
    }

    /** A row an objective and wanted day on which something bad lies within reach: its hours. */
    private static Dataset<Row> histories(Dataset<Row> hours, Dataset<Row> policies, Parameters parameters) {
        Column reach = coalesce(col(REACH_DAYS), lit(STANDARD_DAYS));
        Column bad = ObjectiveHour.TOTAL.col().minus(ObjectiveHour.GOOD.col());
        return hours.withColumnRenamed(ObjectiveHour.DAY.name(), "hour_day")
                .join(policies, Names.of(OBJECTIVE_ID), "left")
                .withColumn(DAY.name(), explode(sequence(col("hour_day"), date_add(col("hour_day"), reach.plus(1)))))
                .where(parameters.wanted(DAY.col()).and(DAY.col().lt(lit(parameters.asOfInstant()))))
                .groupBy(OBJECTIVE_ID.col(), DAY.col())
                .agg(
                        collect_list(struct(
                                        unix_seconds(ObjectiveHour.HOUR_AT.col())
                                                .as("at"),
                                        ObjectiveHour.MINUTES.col()))
                                .as("hours"),
                        any_value(col(POLICIES)).as(POLICIES),
                        sum(bad).as("bad"))
                .where(col("bad").gt(0));
    }

    private static Dataset<Row> objectives(Inputs inputs) {
        Column grain = when(IndicatorTable.MEASURE.col().equalTo("state"), lit(1L))
                .otherwise(greatest(
                        IndicatorTable.RESOLUTION_SECONDS.col(),
                        coalesce(ObjectiveTable.TIME_SLICE_SECONDS.col(), lit(0L))));
        Dataset<Row> indicators = inputs.table(IndicatorTable.NAME).drop(IndicatorTable.TOOL.name());
        return Versions.join(inputs.table(ObjectiveTable.NAME), indicators, "sli_id", "inner")
                .withColumn("grain_seconds", grain)
                .withColumn("window_seconds", windowSeconds());
    }

    private static Column windowSeconds() {
        Column unit = ObjectiveTable.WINDOW_UNIT.col();
        Column one = when(unit.equalTo("minute"), lit(60L))
                .when(unit.equalTo("hour"), lit(3_600L))
                .when(unit.equalTo("day"), lit(DAY_SECONDS))
                .when(unit.equalTo("week"), lit(7 * DAY_SECONDS))
                .when(unit.equalTo("month"), lit(30 * DAY_SECONDS))
                .when(unit.equalTo("quarter"), lit(91 * DAY_SECONDS))
                .otherwise(lit(365 * DAY_SECONDS));
        return one.multiply(ObjectiveTable.WINDOW_COUNT.col());
    }

    private static Column inForce(Column from, Column to) {
        return coalesce(DAY.col().geq(from), lit(true)).and(coalesce(DAY.col().lt(to), lit(true)));
    }

    private static Dataset<Row> withStretches(Dataset<Row> days, Parameters parameters) {
        Column start = unix_seconds(DAY.col().cast(TimestampType));
        Column end = least(start.plus(DAY_SECONDS), unix_seconds(lit(parameters.asOfInstant())));
        Column inForce = filter(
                coalesce(col(POLICIES), array()),
                policy -> inForce(policy.getField("effective_from"), policy.getField("effective_to")));
        return days.withColumn(
                        "stretch",
                        explode(BurnStretches.of(struct(
                                array_sort(col("hours")).as("hours"),
                                start.as("from"),
                                end.as("to"),
                                ObjectiveTable.TARGET.col(),
                                col("window_seconds"),
                                col("grain_seconds"),
                                inForce.as(POLICIES)))))
                .select(OBJECTIVE_ID.col(), DAY.col(), col("stretch.*"));
    }
}
