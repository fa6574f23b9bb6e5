package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.dayofweek;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.SliHour;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row an objective whose indicator counts events: how it did in its own peak hours against all hours of the last 90 days.
 * The peak is the fewest hours of the week, busiest first and of equally busy ones the earlier, that together carry at least half
 * of the window's events; hours are those of the objective's zone. Good and total are in the unit of the objective's method, with
 * nothing excluded.
 */
public final class PeakAttainment implements Table {

    public static final String NAME = "gold.peak_attainment";

    public static final Field OBJECTIVE_ID = ObjectiveTable.OBJECTIVE_ID;
    public static final Field IS_OUTCOME = Field.required(
            "is_outcome",
            BooleanType,
            "whether the indicator says what the customer got, not only how the machinery did");
    public static final Field WINDOW_START = Field.required(
            "window_start", TimestampType, "UTC", "first hour of the window in which anything was recorded");
    public static final Field WINDOW_END =
            Field.required("window_end", TimestampType, "UTC", "end of the window: the run's date");
    public static final Field PEAK_HOURS = Field.required(
            "peak_hours", LongType, "hours of the week", "how many of the week's hours carry half of the events");
    public static final Field PEAK_EVENT_RATIO =
            Field.required("peak_event_ratio", DoubleType, "ratio", "events in peak hours over all events");
    public static final Field GOOD_PEAK =
            Field.required("good_peak", Field.QUANTITY, "good in peak hours, in the unit of the method");
    public static final Field TOTAL_PEAK =
            Field.required("total_peak", Field.QUANTITY, "total in peak hours, in the unit of the method");
    public static final Field GOOD = Field.required("good", Field.QUANTITY, "good in all hours");
    public static final Field TOTAL = Field.required("total", Field.QUANTITY, "total in all hours");
    public static final Field ATTAINED_PEAK = Field.optional(
            "attained_peak", DoubleType, "ratio", "good_peak / total_peak; null without anything in peak hours");
    public static final Field ATTAINED =
            Field.optional("attained", DoubleType, "ratio", "good / total; null without anything");
    public static final Field IS_TARGET_MET_IN_PEAK = Field.optional(
            "is_target_met_in_peak",
            BooleanType,
            "whether the objective's target was met in peak hours, exactly; null without anything in peak hours");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an objective that counts events: its own peak hours against all hours, last 90 days")
            .withFields(
                    OBJECTIVE_ID,
                    ObjectiveTable.SERVICE_ID,
                    IS_OUTCOME,
                    WINDOW_START,
                    WINDOW_END,
                    ObjectiveTable.TARGET,
                    PEAK_HOURS,
                    PEAK_EVENT_RATIO,
                    GOOD_PEAK,
                    TOTAL_PEAK,
                    GOOD,
                    TOTAL,
                    ATTAINED_PEAK,
                    ATTAINED,
                    IS_TARGET_MET_IN_PEAK,
                    AgreementScope.AS_OF)
            .withKey(OBJECTIVE_ID)
            .withChecks(new Check(
                    "peak_within_all", "total_peak <= total AND good_peak <= good", "the peak is a part of all hours"));

    private static final int WINDOW_DAYS = 90;
    private static final String WEEK_HOUR = "week_hour";
    private static final String EVENTS = "events";
    private static final String IS_PEAK = "is_peak";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ObjectiveTable.NAME, IndicatorTable.NAME, SliRecord.NAME, SliHour.NAME, ObjectiveHour.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.whole();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> objectives = objectives(inputs, parameters);
        Dataset<Row> peaks = peaks(events(objectives, inputs.table(SliHour.NAME), parameters));
        return attained(objectives, peaks, recent(inputs.table(ObjectiveHour.NAME), ObjectiveHour.HOUR_AT, parameters))
                .withColumn(WINDOW_END.name(), lit(parameters.asOfInstant()))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** The versions in force on the day before the run's date. */
    private static Dataset<Row> objectives(Inputs inputs, Parameters parameters) {
        return Versions.inForce(ObjectiveHour.objectives(inputs, parameters), parameters)
                .where(IndicatorTable.MEASURE.col().equalTo("counts"))
                .select(
                        OBJECTIVE_ID.col(),
                        ObjectiveTable.SERVICE_ID.col(),
                        ObjectiveTable.SLI_ID.col(),
                        SliRecord.TOOL.col(),
                        ObjectiveTable.TARGET.col(),
                        coalesce(IndicatorTable.OUTCOME.col().equalTo("outcome"), lit(false))
                                .as(IS_OUTCOME.name()),
                        ObjectiveHour.ZONE.col().as("peak_zone"));
    }

    private static Dataset<Row> recent(Dataset<Row> hours, Field at, Parameters parameters) {
        Column end = lit(parameters.asOfInstant());
        Column start = end.minus(expr("INTERVAL " + WINDOW_DAYS + " DAYS"));
        return hours.where(at.col().geq(start).and(at.col().lt(end)));
    }

    /** Events a objective and hour of its week. */
    private static Dataset<Row> events(Dataset<Row> objectives, Dataset<Row> hours, Parameters parameters) {
        return recent(hours, SliHour.HOUR_AT, parameters)
                .select(
                        SliHour.SLI_ID.col(),
                        SliHour.TOOL.col(),
                        SliHour.HOUR_AT.col(),
                        SliHour.TOTAL.col().as(EVENTS))
                .join(
                        broadcast(objectives.drop(ObjectiveTable.TARGET.name())),
                        Names.of(SliHour.SLI_ID, SliHour.TOOL),
                        "inner")
                .withColumn(WEEK_HOUR, weekHour(SliHour.HOUR_AT.col()))
                .groupBy(OBJECTIVE_ID.name(), WEEK_HOUR)
                .agg(sum(coalesce(col(EVENTS), lit(0L))).as(EVENTS));
    }

    /** 0 for the first hour of Sunday to 167. */
    private static Column weekHour(Column at) {
        Column local = from_utc_timestamp(at, col("peak_zone"));
        return dayofweek(local).minus(1).multiply(24).plus(hour(local));
    }

    /** Hours of the week are in the peak until what is busier carries half of all events. */
    private static Dataset<Row> peaks(Dataset<Row> events) {
        WindowSpec busier = Window.partitionBy(OBJECTIVE_ID.col())
                .orderBy(col(EVENTS).desc(), col(WEEK_HOUR))
                .rowsBetween(Window.unboundedPreceding(), -1);
        Column before = coalesce(sum(EVENTS).over(busier), lit(0L));
        Column all = sum(EVENTS).over(Window.partitionBy(OBJECTIVE_ID.col()));
        return events.withColumn("all_events", all)
                .withColumn(IS_PEAK, col(EVENTS).gt(0).and(before.multiply(2).lt(col("all_events"))))
                .where(col("all_events").gt(0));
    }

    private static Dataset<Row> attained(Dataset<Row> objectives, Dataset<Row> peaks, Dataset<Row> hours) {
        Dataset<Row> shares = peaks.groupBy(OBJECTIVE_ID.col())
                .agg(
                        count_if(col(IS_PEAK)).as(PEAK_HOURS.name()),
                        sum(when(col(IS_PEAK), col(EVENTS)))
                                .cast(DoubleType)
                                .divide(first(col("all_events")).cast(DoubleType))
                                .as(PEAK_EVENT_RATIO.name()));
        Dataset<Row> sums = hours.select(
                        OBJECTIVE_ID.col(),
                        ObjectiveHour.HOUR_AT.col(),
                        ObjectiveHour.GOOD.col(),
                        ObjectiveHour.TOTAL.col())
                .join(
                        broadcast(objectives.select(OBJECTIVE_ID.col(), col("peak_zone"))),
                        Names.of(OBJECTIVE_ID),
                        "inner")
                .withColumn(WEEK_HOUR, weekHour(ObjectiveHour.HOUR_AT.col()))
                .join(
                        peaks.select(OBJECTIVE_ID.col(), col(WEEK_HOUR), col(IS_PEAK)),
                        Names.of(OBJECTIVE_ID.name(), WEEK_HOUR),
                        "left")
                .groupBy(OBJECTIVE_ID.col())
                .agg(
                        min(ObjectiveHour.HOUR_AT.col()).as(WINDOW_START.name()),
                        quantity(sum(when(col(IS_PEAK), ObjectiveHour.GOOD.col())))
                                .as(GOOD_PEAK.name()),
                        quantity(sum(when(col(IS_PEAK), ObjectiveHour.TOTAL.col())))
                                .as(TOTAL_PEAK.name()),
                        quantity(sum(ObjectiveHour.GOOD.col())).as("good_all"),
                        quantity(sum(ObjectiveHour.TOTAL.col())).as("total_all"));
        return objectives
                .join(shares, Names.of(OBJECTIVE_ID), "inner")
                .join(sums, Names.of(OBJECTIVE_ID), "inner")
                .withColumnRenamed("good_all", GOOD.name())
                .withColumnRenamed("total_all", TOTAL.name())
                .withColumn(ATTAINED_PEAK.name(), ratio(GOOD_PEAK, TOTAL_PEAK))
                .withColumn(ATTAINED.name(), ratio(GOOD, TOTAL))
                .withColumn(
                        IS_TARGET_MET_IN_PEAK.name(),
                        when(
                                TOTAL_PEAK.col().gt(0),
                                GOOD_PEAK
                                        .col()
                                        .cast(createDecimalType(28, 9))
                                        .geq(ObjectiveTable.TARGET
                                                .col()
                                                .multiply(TOTAL_PEAK.col().cast(createDecimalType(19, 0))))));
    }

    private static Column quantity(Column sum) {
        return coalesce(sum, lit(0)).cast(Field.QUANTITY);
    }

    private static Column ratio(Field good, Field total) {
        return when(
                total.col().gt(0),
                good.col().cast(DoubleType).divide(total.col().cast(DoubleType)));
    }
}
