package io.plimsoll.gold.capacity;

import static org.apache.spark.sql.functions.add_months;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.CapacityColumns;
import io.plimsoll.bridge.Rightsizings;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.catalogue.ResourceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row a resource and run's date: the size that its last 90 days ask for, by the metric that asks for the most of what there is, what
 * that would save a month, and how often such a size would have been exceeded ({@code docs/methods.md}).
 */
public final class Rightsizing implements Table {

    public static final String NAME = "gold.rightsizing";

    public static final Field METRIC = Field.required(
            "metric",
            StringType,
            "the metric that binds: the one whose recommended size is the largest share of the current one, or one that nothing can be said of");
    public static final Field CURRENT =
            Field.optional("current", DoubleType, "see unit", "raw capacity there is; null when not known");
    public static final Field RECOMMENDED = Field.optional(
            "recommended",
            DoubleType,
            "see unit",
            "raw capacity, in whole order steps, of which the 99th percentile of the hours' highest samples takes the target utilisation (0.8 where none is declared) of the usable part; null with fewer than two weeks of hours, or when the usable capacity is not known");
    public static final Field ACTION = Field.required(
            "action",
            StringType,
            "shrink (at least a tenth smaller, and the risk is within the declared share), keep, grow, or unknown (nothing recommended)");
    public static final Field SAVING = Field.optional(
            "saving",
            createDecimalType(18, 2),
            "see cost_currency",
            "what the recommended size saves a month when cost goes with size: monthly_cost x (1 - recommended/current), negative to grow, 0 to keep; null when either is not known");
    public static final Field RISK = Field.optional(
            "risk",
            DoubleType,
            "ratio",
            "share of later hours whose highest sample exceeded the size recommended before, week by week; null without such hours");
    public static final Field DECLARED_RISK =
            Field.required("declared_risk", DoubleType, "ratio", "the share of hours that may exceed a size");
    public static final Field JUDGED_HOURS = Field.optional(
            "judged_hours", LongType, "h", "hours that risk was counted over; null when nothing is recommended");
    public static final Field HOURS_OBSERVED =
            Field.required("hours_observed", LongType, "h", "hours with a measurement in the last 90 days");
    public static final Field MONTHLY_COST = Field.optional(
            "monthly_cost",
            createDecimalType(18, 2),
            "see cost_currency",
            "usage and purchases charged for the resource in cost_month, commitments amortised; without a bill the current size at the declared unit cost; null without either, or when billed in several currencies");
    public static final Field COST_CURRENCY =
            Field.optional("cost_currency", StringType, "currency of the costs, ISO 4217; null without a cost");
    public static final Field COST_BASIS = Field.optional(
            "cost_basis", StringType, "billing or unit_cost: where monthly_cost is from; null without one");
    public static final Field COST_MONTH = Field.optional(
            "cost_month",
            StringType,
            "billing month of the charges, yyyy-MM: the resource's latest that has ended, of the last three; null without a bill");

    /** The share of hours that may exceed a size; the quantile above it must fit. */
    private static final double MAY_EXCEED = 0.01;

    private static final double DEFAULT_UTILISATION = 0.8;

    /** A resize for less is not worth its change. */
    private static final double WORTH_A_CHANGE = 0.1;

    private static final int BILLS_MONTHS = 3;

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a resource and run's date: the size that its use asks for, and what that saves")
            .withFields(
                    MeasuredResources.RESOURCE_ID,
                    METRIC,
                    MeasuredResources.UNIT,
                    MeasuredResources.SERVICE_ID,
                    CURRENT,
                    RECOMMENDED,
                    ACTION,
                    SAVING,
                    RISK,
                    DECLARED_RISK,
                    JUDGED_HOURS,
                    HOURS_OBSERVED,
                    MONTHLY_COST,
                    COST_CURRENCY,
                    COST_BASIS,
                    COST_MONTH,
                    CapacityPlan.AS_OF)
            .withKey(MeasuredResources.RESOURCE_ID, CapacityPlan.AS_OF)
            .withChecks(
                    new Check(
                            "shrinks_within_risk",
                            "action <> 'shrink' OR (recommended < current AND risk <= declared_risk)",
                            "a smaller size is recommended only where the declared share of exceedance held"),
                    new Check("risk_is_ratio", "risk IS NULL OR risk BETWEEN 0 AND 1", "risk lies in [0,1]"))
            .withPartitions(CapacityPlan.AS_OF);

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ResourceHour.NAME, ResourceTable.NAME, BillingLine.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> sized = new Rightsizings(MeasuredResources.end(parameters), 1 - MAY_EXCEED, DEFAULT_UTILISATION)
                .of(MeasuredResources.points(inputs, parameters), MeasuredResources.KEY)
                .withColumn(CURRENT.name(), col(CapacityColumns.RAW_CAPACITY))
                .withColumn(RECOMMENDED.name(), col("recommended_capacity"))
                .withColumn(
                        RISK.name(),
                        when(col("judged_hours").gt(0), col("exceeded_hours").divide(col("judged_hours"))))
                .withColumn(DECLARED_RISK.name(), lit(MAY_EXCEED));
        return withSaving(
                        binding(sized).join(bills(inputs, parameters), Names.of(MeasuredResources.RESOURCE_ID), "left"))
                .withColumn(CapacityPlan.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** A resource is as large as its neediest metric asks; what is not known of one is not known of the resource. */
    private static Dataset<Row> binding(Dataset<Row> sized) {
        WindowSpec metrics = Window.partitionBy(MeasuredResources.RESOURCE_ID.col())
                .orderBy(RECOMMENDED.col().divide(CURRENT.col()).desc_nulls_first(), METRIC.col());
        return sized.withColumn("_need", row_number().over(metrics))
                .where(col("_need").equalTo(1));
    }

    /** A row a resource: its charges in its latest month that has ended. */
    private static Dataset<Row> bills(Inputs inputs, Parameters parameters) {
        Column month = BillingLine.BILLING_MONTH.col();
        Column day = lit(MeasuredResources.end(parameters));
        return inputs.table(BillingLine.NAME)
                .where(BillingLine.RESOURCE_ID
                        .col()
                        .isNotNull()
                        .and(col("ChargeCategory").isin("Usage", "Purchase"))
                        .and(month.lt(date_format(day, "yyyy-MM")))
                        .and(month.geq(date_format(add_months(day, -BILLS_MONTHS), "yyyy-MM"))))
                .groupBy(BillingLine.RESOURCE_ID.col(), month)
                .agg(
                        sum(coalesce(col("EffectiveCost"), col("BilledCost"))).as("charged"),
                        min("BillingCurrency").as("currency_from"),
                        max("BillingCurrency").as("currency_to"))
                .groupBy(BillingLine.RESOURCE_ID.col())
                .agg(max_by(struct(month, col("charged"), col("currency_from"), col("currency_to")), month)
                        .as("bill"));
    }

    private static Dataset<Row> withSaving(Dataset<Row> sized) {
        Column isBilled = col("bill").isNotNull();
        Column oneCurrency = col("bill.currency_from").equalTo(col("bill.currency_to"));
        Column declared = CURRENT.col().cast(createDecimalType(28, 6)).multiply(ResourceTable.UNIT_COST.col());
        Column smaller = lit(1).minus(RECOMMENDED.col().divide(CURRENT.col()));
        return sized.withColumn(
                        MONTHLY_COST.name(),
                        when(isBilled.and(oneCurrency), col("bill.charged"))
                                .when(isBilled, lit(null))
                                .otherwise(declared)
                                .cast(MONTHLY_COST.type()))
                .withColumn(
                        COST_CURRENCY.name(),
                        when(MONTHLY_COST.col().isNull(), lit(null))
                                .when(isBilled, col("bill.currency_from"))
                                .otherwise(ResourceTable.CURRENCY.col()))
                .withColumn(
                        COST_BASIS.name(),
                        when(MONTHLY_COST.col().isNull(), lit(null))
                                .when(isBilled, "billing")
                                .otherwise("unit_cost"))
                .withColumn(COST_MONTH.name(), col("bill.billing_month"))
                .withColumn(ACTION.name(), action(smaller))
                .withColumn(
                        SAVING.name(),
                        when(ACTION.col().equalTo("unknown"), lit(null))
                                .when(
                                        ACTION.col().equalTo("keep"),
                                        MONTHLY_COST.col().multiply(lit(0)))
                                .otherwise(MONTHLY_COST.col().multiply(smaller.cast(createDecimalType(28, 12))))
                                .cast(SAVING.type()));
    }

    private static Column action(Column smaller) {
        return when(RECOMMENDED.col().isNull(), "unknown")
                .when(RECOMMENDED.col().gt(CURRENT.col()), "grow")
                .when(
                        smaller.geq(WORTH_A_CHANGE).and(coalesce(RISK.col().leq(DECLARED_RISK.col()), lit(false))),
                        "shrink")
                .otherwise("keep");
    }
}
