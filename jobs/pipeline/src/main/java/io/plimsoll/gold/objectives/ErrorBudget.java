package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.BudgetWindows;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.BudgetPolicyTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an objective and local day: the error budget of its window as it stood at the end of that day, and how fast it burnt.
 * {@code budget = (1 - target) x total} over the window filled so far, {@code consumed = bad / budget},
 * {@code remaining = 1 - consumed}, negative when overspent. Burn over a stretch is its bad share over {@code 1 - target}: 1 uses
 * the budget up exactly in the window's length. Nothing is excluded, and slots of the future are not counted.
 */
public final class ErrorBudget implements Table {

    public static final String NAME = "gold.error_budget";

    public static final Field OBJECTIVE_ID = ObjectiveTable.OBJECTIVE_ID;
    public static final Field DAY =
            Field.required("day", DateType, "local day, in the calendar window's zone or the organisation's");
    public static final Field WINDOW_START =
            Field.required("window_start", TimestampType, "UTC", "start of the window");
    public static final Field WINDOW_END = Field.required(
            "window_end", TimestampType, "UTC", "up to where it is filled: the end of the day, at most the run's date");
    public static final Field BUDGET = Field.required(
            "budget", Field.QUANTITY, "what may be bad in the window so far, in events, slices or seconds");
    public static final Field BAD = Field.required("bad", Field.QUANTITY, "what was bad, in the same unit");
    public static final Field GOOD = Field.required("good", Field.QUANTITY, "what was good, in the same unit");
    public static final Field TOTAL = Field.required("total", Field.QUANTITY, "good and bad together");
    public static final Field CONSUMED_RATIO = Field.optional(
            "consumed_ratio",
            DoubleType,
            "ratio",
            "bad / budget, above 1 when overspent; null when there is no budget (a target of 1, or no traffic)");
    public static final Field REMAINING_RATIO = Field.optional(
            "remaining_ratio", DoubleType, "ratio", "1 - consumed_ratio, negative when overspent; null like it");
    public static final Field BURN_1H = burn("burn_1h", "hour");
    public static final Field BURN_6H = burn("burn_6h", "6 hours");
    public static final Field BURN_1D = burn("burn_1d", "24 hours");
    public static final Field BURN_3D = burn("burn_3d", "72 hours");
    public static final Field BURN_WINDOW = burn("burn_window", "whole window");
    public static final Field EXHAUSTS_ON = Field.optional(
            "exhausts_on",
            DateType,
            "day on which the budget is used up at the pace of the last 72 hours; null when it does not within another window's length, or is");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an objective and local day: the error budget of its window at the end of the day")
            .withFields(
                    OBJECTIVE_ID,
                    DAY,
                    WINDOW_START,
                    WINDOW_END,
                    ObjectiveTable.TARGET,
                    BUDGET,
                    BAD,
                    GOOD,
                    TOTAL,
                    CONSUMED_RATIO,
                    REMAINING_RATIO,
                    BURN_1H,
                    BURN_6H,
                    BURN_1D,
                    BURN_3D,
                    BURN_WINDOW,
                    BudgetPolicy.BURNING,
                    BudgetPolicy.STATE,
                    BudgetPolicy.ACTION,
                    EXHAUSTS_ON,
                    AgreementScope.AS_OF)
            .withKey(OBJECTIVE_ID, DAY)
            .withChecks(
                    new Check("bad_within_total", "bad >= 0 AND bad <= total", "0 <= bad <= total"),
                    new Check("window_ends_after_start", "window_end > window_start", "a window ends after it starts"))
            .withPartitions(DAY);

    private static final int LONGEST_WINDOW_DAYS = 366;

    /** Local days before a day into which 72 hours up to its end can reach, whatever the clocks do. */
    private static final int DAYS_OF_BURN = 4;

    private static final String LOCAL_DAY = "local_day";
    private static final String START_DAY = "start_day";
    private static final String FIRST_DAY = "first_day";

    private static Field burn(String name, String stretch) {
        return Field.optional(
                name,
                DoubleType,
                "ratio",
                "burn rate over the last " + stretch + " up to window_end; null without traffic or with a target of 1");
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ObjectiveTable.NAME, BudgetPolicyTable.NAME, ObjectiveHour.NAME, BurnAlert.NAME);
    }

    /** A day of records is part of every window that ends on it or later. */
    @Override
    public Recompute recompute() {
        return new Recompute.ByDay(1, LONGEST_WINDOW_DAYS);
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> hours = inputs.table(ObjectiveHour.NAME)
                .withColumn(
                        LOCAL_DAY, to_date(from_utc_timestamp(ObjectiveHour.HOUR_AT.col(), ObjectiveHour.ZONE.col())));
        Dataset<Row> days = days(inputs.table(ObjectiveTable.NAME), hours, parameters);
        Dataset<Row> reached = reachedBy(days, hours);
        Dataset<Row> figures = withFigures(days.join(wholeDays(days, reached), Names.of(OBJECTIVE_ID, DAY), "left")
                .join(partDays(days, reached), Names.of(OBJECTIVE_ID, DAY), "left"));
        return BudgetPolicy.withState(figures, inputs.table(BurnAlert.NAME), inputs.table(BudgetPolicyTable.NAME))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** The days to report with their window, from the objective's first record to the run's date. */
    private static Dataset<Row> days(Dataset<Row> objectives, Dataset<Row> hours, Parameters parameters) {
        Column asOf = lit(parameters.asOfInstant());
        Dataset<Row> begun = hours.groupBy(OBJECTIVE_ID.col(), ObjectiveHour.ZONE.col())
                .agg(min(LOCAL_DAY).as(FIRST_DAY));
        Column lastDay = to_date(from_utc_timestamp(asOf.minus(expr("INTERVAL 1 SECOND")), ObjectiveHour.ZONE.col()));
        Column inForce = coalesce(DAY.col().geq(ObjectiveTable.EFFECTIVE_FROM.col()), lit(true))
                .and(coalesce(DAY.col().lt(ObjectiveTable.EFFECTIVE_TO.col()), lit(true)));
        Column window = BudgetWindows.of(
                ObjectiveTable.WINDOW_KIND.col(),
                ObjectiveTable.WINDOW_UNIT.col(),
                ObjectiveTable.WINDOW_COUNT.col(),
                ObjectiveTable.WINDOW_ANCHOR.col(),
                ObjectiveHour.ZONE.col(),
                DAY.col(),
                asOf);
        return objectives
                .join(begun, Names.of(OBJECTIVE_ID), "inner")
                .withColumn(DAY.name(), explode(sequence(col(FIRST_DAY), lastDay)))
                .where(parameters.wanted(DAY.col()).and(inForce))
                .withColumn("window", window)
                .select(
                        OBJECTIVE_ID.col(),
                        DAY.col(),
                        ObjectiveHour.ZONE.col(),
                        ObjectiveTable.TARGET.col(),
                        col("window.*"),
                        to_date(from_utc_timestamp(col("window.window_start"), ObjectiveHour.ZONE.col()))
                                .as(START_DAY));
    }

    /**
     * The hours that the windows and burn rates can reach: of a night's few days a window's length, not the whole history. A
     * local day lies in up to three UTC days; partitions of other days are not opened.
     */
    private static Dataset<Row> reachedBy(Dataset<Row> days, Dataset<Row> hours) {
        Column earliest = date_sub(least(col(START_DAY), date_sub(DAY.col(), DAYS_OF_BURN)), 1);
        Dataset<Row> reached = days.select(
                        explode(sequence(earliest, date_add(DAY.col(), 1))).as(ObjectiveHour.DAY.name()))
                .distinct();
        return hours.join(broadcast(reached), Names.of(ObjectiveHour.DAY), "left_semi");
    }

    /** Sums of the whole local days after the one in which the window starts. */
    private static Dataset<Row> wholeDays(Dataset<Row> days, Dataset<Row> hours) {
        Dataset<Row> sums = hours.groupBy(OBJECTIVE_ID.name(), LOCAL_DAY)
                .agg(sum(GOOD.col()).as("day_good"), sum(TOTAL.col()).as("day_total"));
        return days.where(col(START_DAY).lt(DAY.col()))
                .withColumn(LOCAL_DAY, explode(sequence(date_add(col(START_DAY), 1), DAY.col())))
                .join(sums, Names.of(OBJECTIVE_ID.name(), LOCAL_DAY), "inner")
                .groupBy(OBJECTIVE_ID.col(), DAY.col())
                .agg(sum("day_good").as("whole_good"), sum("day_total").as("whole_total"));
    }

    /**
     * Sums of the hours of the day in which the window starts, and of the stretches whose burn is published. Of the hour in which
     * a window starts the five minutes that begin in the window count.
     */
    private static Dataset<Row> partDays(Dataset<Row> days, Dataset<Row> hours) {
        Column recent = sequence(date_sub(DAY.col(), DAYS_OF_BURN), DAY.col());
        Column onStartDay = col(LOCAL_DAY).equalTo(col(START_DAY));
        Column inWindow = onStartDay.and(ObjectiveHour.HOUR_AT.col().geq(WINDOW_START.col()));
        return days.withColumn(LOCAL_DAY, explode(array_distinct(array_union(recent, array(col(START_DAY))))))
                .join(
                        hours.select(
                                OBJECTIVE_ID.col(),
                                col(LOCAL_DAY),
                                ObjectiveHour.HOUR_AT.col(),
                                GOOD.col(),
                                TOTAL.col(),
                                ObjectiveHour.MINUTES.col()),
                        Names.of(OBJECTIVE_ID.name(), LOCAL_DAY),
                        "inner")
                .where(ObjectiveHour.HOUR_AT.col().lt(WINDOW_END.col()))
                .groupBy(OBJECTIVE_ID.col(), DAY.col())
                .agg(
                        sum(when(inWindow, GOOD.col()).when(onStartDay, minutesInWindow("good")))
                                .as("part_good"),
                        sum(when(inWindow, TOTAL.col()).when(onStartDay, minutesInWindow("total")))
                                .as("part_total"),
                        sum(when(within(1), bad())).as("bad_1h"),
                        sum(when(within(1), TOTAL.col())).as("total_1h"),
                        sum(when(within(6), bad())).as("bad_6h"),
                        sum(when(within(6), TOTAL.col())).as("total_6h"),
                        sum(when(within(24), bad())).as("bad_1d"),
                        sum(when(within(24), TOTAL.col())).as("total_1d"),
                        sum(when(within(72), bad())).as("bad_3d"),
                        sum(when(within(72), TOTAL.col())).as("total_3d"));
    }

    private static Column minutesInWindow(String quantity) {
        Column into = unix_seconds(WINDOW_START.col()).minus(unix_seconds(ObjectiveHour.HOUR_AT.col()));
        Column inside = filter(
                ObjectiveHour.MINUTES.col(),
                five -> five.getField("minute").multiply(60L).geq(into));
        return aggregate(
                inside,
                lit(0).cast(Field.QUANTITY),
                (sum, five) ->
                        exactly(sum).plus(exactly(five.getField(quantity))).cast(Field.QUANTITY));
    }

    private static Column within(int hours) {
        Column age = unix_seconds(WINDOW_END.col()).minus(unix_seconds(ObjectiveHour.HOUR_AT.col()));
        return age.leq(hours * 3600L);
    }

    private static Column bad() {
        return exactly(TOTAL.col()).minus(exactly(GOOD.col()));
    }

    /** A sum or difference of DECIMAL(38,9) keeps eight decimals only; ten digits less of room before the point keep them all. */
    private static Column exactly(Column quantity) {
        return quantity.cast(createDecimalType(28, 9));
    }

    private static Dataset<Row> withFigures(Dataset<Row> days) {
        Column allowed = lit(1).minus(ObjectiveTable.TARGET.col()).cast(createDecimalType(13, 12));
        Column budget = allowed.multiply(TOTAL.col().cast(createDecimalType(24, 6)));
        Column consumed = when(BUDGET.col().gt(0), BAD.col().cast(DoubleType).divide(budget.cast(DoubleType)));
        return days.withColumn(GOOD.name(), sumOf("whole_good", "part_good"))
                .withColumn(TOTAL.name(), sumOf("whole_total", "part_total"))
                .withColumn(BAD.name(), bad().cast(Field.QUANTITY))
                .withColumn(BUDGET.name(), budget.cast(Field.QUANTITY))
                .withColumn(CONSUMED_RATIO.name(), consumed)
                .withColumn(REMAINING_RATIO.name(), lit(1.0).minus(CONSUMED_RATIO.col()))
                .withColumn(BURN_1H.name(), burnRate(col("bad_1h"), col("total_1h")))
                .withColumn(BURN_6H.name(), burnRate(col("bad_6h"), col("total_6h")))
                .withColumn(BURN_1D.name(), burnRate(col("bad_1d"), col("total_1d")))
                .withColumn(BURN_3D.name(), burnRate(col("bad_3d"), col("total_3d")))
                .withColumn(BURN_WINDOW.name(), burnRate(BAD.col(), TOTAL.col()))
                .withColumn(EXHAUSTS_ON.name(), exhaustsOn());
    }

    private static Column sumOf(String whole, String part) {
        return exactly(coalesce(col(whole), lit(0)))
                .plus(exactly(coalesce(col(part), lit(0))))
                .cast(Field.QUANTITY);
    }

    private static Column burnRate(Column bad, Column total) {
        Column allowed = lit(1).minus(ObjectiveTable.TARGET.col()).cast(DoubleType);
        return when(
                total.gt(0).and(ObjectiveTable.TARGET.col().lt(1)),
                bad.cast(DoubleType).divide(total.cast(DoubleType)).divide(allowed));
    }

    private static Column exhaustsOn() {
        Column left = BUDGET.col().minus(BAD.col()).cast(DoubleType);
        Column badADay = col("bad_3d").cast(DoubleType).divide(3.0);
        Column days = left.divide(badADay);
        Column length = unix_seconds(WINDOW_END.col())
                .minus(unix_seconds(WINDOW_START.col()))
                .divide(86_400.0);
        return when(
                left.gt(0).and(badADay.gt(0)),
                when(days.leq(length), date_add(DAY.col(), ceil(days).cast(IntegerType))));
    }
}
