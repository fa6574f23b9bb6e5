package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.dayofmonth;
import static org.apache.spark.sql.functions.last_day;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.time.ZoneOffset;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** What services cost and what they delivered for it in the last three whole UTC months, month beside month. */
final class ReliabilitySpend {

    /** What the months cost together. */
    static final String COST = "cost";

    /** The share of its budget that the objective used; null where the target leaves none. */
    static final String CONSUMED = "consumed";

    /** Whether a whole month of bills names the service; null when none does. */
    static final String IS_BILLED = "is_billed";

    private static final int WINDOW_MONTHS = 3;

    /** A month whose record lacks more than a tenth of its days would make its units look dear. */
    private static final double RECORDED = 0.9;

    private static final String MONTH = "month";
    private static final Column MONTH_OF_DAY = trunc(col("day"), "month");

    private ReliabilitySpend() {}

    /** Objectives in force that real use is measured by, a row an objective: synthetic checks are no use. */
    private static Dataset<Row> objectives(Inputs inputs, Parameters parameters) {
        Dataset<Row> indicators = Versions.inForce(inputs.table(IndicatorTable.NAME), parameters)
                .where(IndicatorTable.IS_SYNTHETIC.col().equalTo(false))
                .select(
                        IndicatorTable.SLI_ID.col(),
                        IndicatorTable.MEASURE.col(),
                        IndicatorTable.RESOLUTION_SECONDS.col());
        Dataset<Row> services = Versions.inForce(inputs.table(ServiceTable.NAME), parameters)
                .where(coalesce(ServiceTable.RETIRED_ON.col().geq(lit(parameters.asOf())), lit(true)))
                .select(ServiceTable.SERVICE_ID.col(), ServiceTable.CRITICALITY.col());
        return Versions.inForce(inputs.table(ObjectiveTable.NAME), parameters)
                .join(indicators, Names.of(ObjectiveTable.SLI_ID), "inner")
                .join(services, Names.of(ObjectiveTable.SERVICE_ID), "inner")
                .select(
                        ObjectiveTable.SERVICE_ID.col(),
                        ServiceTable.CRITICALITY.col(),
                        ObjectiveTable.OBJECTIVE_ID.col(),
                        ObjectiveTable.TARGET.col(),
                        unit().as(TargetCost.UNIT.name()));
    }

    /** Slots and slices of another length are other things. */
    private static Column unit() {
        Column isState = IndicatorTable.MEASURE.col().equalTo("state");
        Column isValue = IndicatorTable.MEASURE.col().equalTo("value");
        return when(isState, "s")
                .when(
                        ObjectiveTable.METHOD.col().notEqual("Occurrences"),
                        concat(
                                lit("slices of "),
                                ObjectiveTable.TIME_SLICE_SECONDS.col().cast("string"),
                                lit(" s")))
                .when(
                        isValue,
                        concat(
                                lit("slots of "),
                                IndicatorTable.RESOLUTION_SECONDS.col().cast("string"),
                                lit(" s")))
                .otherwise("events");
    }

    /**
     * A row a service and currency in which it is billed: the objective that used the largest share of its budget, over the months
     * that are billed and recorded both. A service without such a month has one row of its strictest target, figures null.
     */
    static Dataset<Row> of(Inputs inputs, Parameters parameters) {
        Dataset<Row> objectives = objectives(inputs, parameters);
        Dataset<Row> bills = bills(inputs, parameters);
        Dataset<Row> services = objectives
                .groupBy(ObjectiveTable.SERVICE_ID.col(), ServiceTable.CRITICALITY.col())
                .agg(max(ObjectiveTable.TARGET.col()).as("strictest_target"))
                .join(billed(bills), Names.of(ObjectiveTable.SERVICE_ID), "left");
        Dataset<Row> figures = neediest(objectives
                .join(bills, Names.of(ObjectiveTable.SERVICE_ID), "inner")
                .join(records(inputs, parameters), Names.of(ObjectiveTable.OBJECTIVE_ID.name(), MONTH), "inner"));
        return services.join(figures, Names.of(ObjectiveTable.SERVICE_ID), "left")
                .withColumn(
                        ObjectiveTable.TARGET.name(), coalesce(ObjectiveTable.TARGET.col(), col("strictest_target")));
    }

    private static Dataset<Row> billed(Dataset<Row> bills) {
        return bills.select(BillingLine.SERVICE_ID.col()).distinct().withColumn(IS_BILLED, lit(true));
    }

    private static Dataset<Row> neediest(Dataset<Row> objectiveMonths) {
        WindowSpec needs = Window.partitionBy(ObjectiveTable.SERVICE_ID.col(), TargetCost.CURRENCY.col())
                .orderBy(col(CONSUMED).desc_nulls_last(), ObjectiveTable.OBJECTIVE_ID.col());
        return objectiveMonths
                .groupBy(
                        ObjectiveTable.SERVICE_ID.col(),
                        TargetCost.CURRENCY.col(),
                        ObjectiveTable.OBJECTIVE_ID.col(),
                        ObjectiveTable.TARGET.col(),
                        TargetCost.UNIT.col())
                .agg(
                        sum("month_cost")
                                .cast(ServiceCostDay.BILLED_COST.type())
                                .as(COST),
                        sum("month_good").cast(Field.QUANTITY).as(TargetCost.GOOD.name()),
                        sum("month_total").cast(Field.QUANTITY).as(TargetCost.TOTAL.name()),
                        count(lit(1)).as(TargetCost.MONTHS.name()),
                        add_months(max(MONTH), 1).as(TargetCost.COSTS_UNTIL.name()))
                .withColumn(CONSUMED, consumed())
                .withColumn("need", row_number().over(needs))
                .where(col("need").equalTo(1))
                .drop("need");
    }

    /** Null where the target leaves no budget. */
    private static Column consumed() {
        Column bad = TargetCost.TOTAL.col().minus(TargetCost.GOOD.col()).cast(DoubleType);
        Column budget = lit(1).minus(ObjectiveTable.TARGET.col())
                .cast(DoubleType)
                .multiply(TargetCost.TOTAL.col().cast(DoubleType));
        return when(budget.gt(0), bad.divide(budget));
    }

    /** Usage and purchases of a service by month, commitments amortised; months of which the currency's bill reaches the end. */
    private static Dataset<Row> bills(Inputs inputs, Parameters parameters) {
        Dataset<Row> lines = inputs.table(BillingLine.NAME)
                .where(inWindow(BillingLine.DAY.col(), parameters))
                .withColumn(MONTH, MONTH_OF_DAY)
                .withColumnRenamed("BillingCurrency", TargetCost.CURRENCY.name());
        Dataset<Row> whole = lines.where(col("ChargeCategory").equalTo("Usage"))
                .groupBy(TargetCost.CURRENCY.col(), col(MONTH))
                .agg(max(to_date(col("ChargePeriodEnd"))).as("billed_to"))
                .where(col("billed_to").geq(add_months(col(MONTH), 1)));
        return lines.where(BillingLine.SERVICE_ID
                        .col()
                        .isNotNull()
                        .and(col("ChargeCategory").isin("Usage", "Purchase")))
                .groupBy(BillingLine.SERVICE_ID.col(), TargetCost.CURRENCY.col(), col(MONTH))
                .agg(sum(coalesce(col("EffectiveCost"), col("BilledCost"))).as("month_cost"))
                .join(whole, Names.of(TargetCost.CURRENCY.name(), MONTH), "left_semi");
    }

    private static Dataset<Row> records(Inputs inputs, Parameters parameters) {
        return inputs.table(ObjectiveHour.NAME)
                .where(inWindow(ObjectiveHour.DAY.col(), parameters))
                .groupBy(ObjectiveHour.OBJECTIVE_ID.col(), MONTH_OF_DAY.as(MONTH))
                .agg(
                        sum(ObjectiveHour.GOOD.col()).as("month_good"),
                        sum(ObjectiveHour.TOTAL.col()).as("month_total"),
                        count_distinct(ObjectiveHour.DAY.col()).as("days"))
                .where(col("days")
                        .geq(dayofmonth(last_day(col(MONTH))).multiply(RECORDED))
                        .and(col("month_total").gt(0)));
    }

    private static Column inWindow(Column day, Parameters parameters) {
        Column thisMonth = trunc(
                lit(parameters.asOfInstant().atOffset(ZoneOffset.UTC).toLocalDate())
                        .cast(DateType),
                "month");
        return day.geq(add_months(thisMonth, -WINDOW_MONTHS)).and(day.lt(thisMonth));
    }
}
