package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.array_union;
import static org.apache.spark.sql.functions.ceil;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.UnitCosts;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * One row a service with an objective, currency in which it is billed, level of reliability and run's date: what the service cost in the
 * last three whole months at the level that it delivered, and what its good units would have cost at the median of like services that
 * delivered another ({@code docs/methods.md}). A service is as reliable as the objective that used the largest share of its budget. Services
 * are alike when criticality, currency and unit are the same. The comparison says what others pay, not what a change of the target would
 * cause.
 */
public final class TargetCost implements Table {

    public static final String NAME = "gold.target_cost";

    public static final Field CURRENCY = Field.optional(
            "currency", StringType, "currency of the costs, ISO 4217; null without a month of bills and records");
    public static final Field LEVEL = Field.required(
            "level",
            Field.RATIO,
            "ratio",
            "0.9, 0.95, 0.99, 0.995 and so on to 0.99999: services that delivered at least it, and not the next; 0 below 0.9");
    public static final Field IS_DELIVERED =
            Field.required("is_delivered", BooleanType, "whether it is the level that the service delivered");
    public static final Field IS_TARGET = Field.required(
            "is_target", BooleanType, "whether it is the level of the target: the strictest that is not above it");
    public static final Field STATUS = Field.required(
            "status",
            StringType,
            "OBSERVED (the service delivered the level, its cost is its own); COMPARED (at least three like services did); TOO_FEW_ALIKE (fewer did); NO_COST (no whole month of bills names the service); NO_RECORD (billed, but no billed month has a record of nine tenths of its days)");
    public static final Field OBJECTIVE_ID = Field.optional(
            "objective_id",
            StringType,
            "the service's objective that used the largest share of its budget, synthetic checks apart; null without a cost");
    public static final Field UNIT = Field.optional(
            "unit",
            StringType,
            "what good and total count: events, s (of a state history), slots or slices of their length; null without a cost");
    public static final Field TARGET = Field.required(
            "target",
            Field.RATIO,
            "ratio",
            "the objective's target on the day before the run's date; without a cost the strictest of the service");
    public static final Field ATTAINED_RATIO =
            Field.optional("attained_ratio", DoubleType, "ratio", "good / total; null without a cost");
    public static final Field NINES = Field.optional(
            "nines",
            DoubleType,
            "nines",
            "-log10(1 - attained_ratio), at most log10 of total: nobody has seen more; null without a cost");
    public static final Field GOOD = Field.optional(
            "good", Field.QUANTITY, "see unit", "good of the objective in these months; null without a cost");
    public static final Field TOTAL = Field.optional(
            "total", Field.QUANTITY, "see unit", "good and bad of the objective in these months; null without a cost");
    public static final Field MONTHS = Field.optional(
            "months",
            LongType,
            "months",
            "of the last three whole UTC months, those that are billed to their end and have a record on nine tenths of their days; null without any");
    public static final Field COSTS_UNTIL =
            Field.optional("costs_until", DateType, "first UTC day after the latest of these months; null without any");
    public static final Field MONTHLY_COST = money(
            "monthly_cost",
            "usage and purchases charged for the service a month, commitments amortised; null without such a month");
    public static final Field COST_PER_GOOD_UNIT = Field.optional(
            "cost_per_good_unit",
            UnitCosts.UNIT_MONEY,
            "see currency",
            "monthly_cost over the good units of a month; null without a good one");
    public static final Field COST_PER_NINE =
            money("cost_per_nine", "monthly_cost over nines; null without a cost, or with nothing good to divide by");
    public static final Field HEADROOM_RATIO = Field.optional(
            "headroom_ratio",
            DoubleType,
            "ratio",
            "share of the error budget of these months that was left, negative when overspent; null without a cost or a budget");
    public static final Field HEADROOM_BAND = Field.optional(
            "headroom_band",
            StringType,
            "ABOVE (under a tenth of the budget used: more reliable than was asked), INSIDE, BELOW (overspent); null like headroom_ratio");
    public static final Field LIKE_SERVICES = Field.required(
            "like_services",
            LongType,
            "services",
            "other services alike that delivered the level, in their own months");
    public static final Field LIKE_COST_PER_GOOD_UNIT = Field.optional(
            "like_cost_per_good_unit",
            UnitCosts.UNIT_MONEY,
            "see currency",
            "median of their costs a good unit; null with fewer than three");
    public static final Field LEVEL_COST = money(
            "level_cost",
            "what this service's good units of a month cost at that median; null with fewer than three like services");
    public static final Field MARGINAL_COST = money(
            "marginal_cost",
            "level_cost less that of the next lower level that has one, a month: what others pay more, negative when less; null without both");

    private static final long FEWEST_ALIKE = 3;

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a service, currency, level of reliability and run's date: what it costs, and would")
            .withFields(
                    ServiceTable.SERVICE_ID,
                    CURRENCY,
                    LEVEL,
                    IS_DELIVERED,
                    IS_TARGET,
                    STATUS,
                    ServiceTable.CRITICALITY,
                    OBJECTIVE_ID,
                    UNIT,
                    TARGET,
                    ATTAINED_RATIO,
                    NINES,
                    GOOD,
                    TOTAL,
                    MONTHS,
                    COSTS_UNTIL,
                    MONTHLY_COST,
                    COST_PER_GOOD_UNIT,
                    COST_PER_NINE,
                    HEADROOM_RATIO,
                    HEADROOM_BAND,
                    LIKE_SERVICES,
                    LIKE_COST_PER_GOOD_UNIT,
                    LEVEL_COST,
                    MARGINAL_COST,
                    AgreementScope.AS_OF)
            .withKey(ServiceTable.SERVICE_ID, CURRENCY, LEVEL, AgreementScope.AS_OF)
            .withChecks(
                    new Check(
                            "good_within_total", "good IS NULL OR (good >= 0 AND good <= total)", "0 <= good <= total"),
                    new Check(
                            "cost_with_evidence",
                            "(status IN ('NO_COST', 'NO_RECORD')) = (monthly_cost IS NULL)",
                            "there is a cost exactly where a month is billed and recorded"),
                    new Check(
                            "few_are_no_comparison",
                            "like_cost_per_good_unit IS NULL OR like_services >= 3",
                            "a level is compared only with three services or more"))
            .withPartitions(AgreementScope.AS_OF);

    private static final double LEAST_USED = 0.1;
    private static final String ALIKE = "alike";
    private static final String MEDIAN = "median_cost";
    private static final String DELIVERED_LEVEL = "delivered_level";
    private static final String TARGET_LEVEL = "target_level";

    private static Field money(String name, String meaning) {
        return Field.optional(name, createDecimalType(18, 2), "see currency", meaning);
    }

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                ServiceTable.NAME, ObjectiveTable.NAME, IndicatorTable.NAME, ObjectiveHour.NAME, BillingLine.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> services = withFigures(ReliabilitySpend.of(inputs, parameters));
        return withCosts(withAlike(byLevel(services)))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    private static Dataset<Row> withFigures(Dataset<Row> spent) {
        Column consumed = col(ReliabilitySpend.CONSUMED);
        return spent.withColumn("unit_cost", UnitCosts.of(col(ReliabilitySpend.COST), GOOD.col(), TOTAL.col()))
                .withColumn(
                        MONTHLY_COST.name(), aMonth(col(ReliabilitySpend.COST)).cast(MONTHLY_COST.type()))
                .withColumn(COST_PER_GOOD_UNIT.name(), col("unit_cost.cost_per_good_unit"))
                .withColumn(
                        COST_PER_NINE.name(),
                        aMonth(col("unit_cost.cost_per_nine")).cast(COST_PER_NINE.type()))
                .withColumn(NINES.name(), col("unit_cost.nines"))
                .withColumn(
                        ATTAINED_RATIO.name(),
                        GOOD.col().cast(DoubleType).divide(TOTAL.col().cast(DoubleType)))
                .withColumn(HEADROOM_RATIO.name(), lit(1).minus(consumed))
                .withColumn(
                        HEADROOM_BAND.name(),
                        when(consumed.gt(1), "BELOW")
                                .when(consumed.lt(LEAST_USED), "ABOVE")
                                .when(consumed.isNotNull(), "INSIDE"))
                .withColumn(DELIVERED_LEVEL, UnitCosts.level(GOOD.col(), TOTAL.col()))
                .withColumn(TARGET_LEVEL, UnitCosts.level(TARGET.col(), lit(1).cast(Field.RATIO)))
                .drop("unit_cost");
    }

    private static Column aMonth(Column ofAllMonths) {
        return ofAllMonths.cast(DoubleType).divide(MONTHS.col());
    }

    /** The levels that a service and those like it delivered, and that of its target; a service of unknown criticality is like none. */
    private static Dataset<Row> byLevel(Dataset<Row> services) {
        Column delivery = struct(
                ServiceTable.SERVICE_ID.col(),
                col(DELIVERED_LEVEL).as(LEVEL.name()),
                COST_PER_GOOD_UNIT.col().cast(DoubleType).as("cost"));
        WindowSpec group = Window.partitionBy(ServiceTable.CRITICALITY.col(), CURRENCY.col(), UNIT.col());
        Column isKnown = ServiceTable.CRITICALITY
                .col()
                .isNotNull()
                .and(COST_PER_GOOD_UNIT.col().isNotNull());
        Column levels = array_union(
                array_compact(array(col(DELIVERED_LEVEL), col(TARGET_LEVEL))),
                transform(col(ALIKE), other -> other.getField(LEVEL.name())));
        return services.withColumn(ALIKE, collect_list(when(isKnown, delivery)).over(group))
                .withColumn(LEVEL.name(), explode(levels));
    }

    /** How many others delivered the level, and the median of what a good unit cost them. */
    private static Dataset<Row> withAlike(Dataset<Row> levels) {
        Column others = filter(
                col(ALIKE),
                other -> other.getField(LEVEL.name())
                        .equalTo(LEVEL.col())
                        .and(other.getField(ServiceTable.SERVICE_ID.name()).notEqual(ServiceTable.SERVICE_ID.col())));
        Column costs = array_sort(transform(col("others"), other -> other.getField("cost")));
        Column half = LIKE_SERVICES.col().divide(2);
        Column lower = element_at(col("costs"), ceil(half).cast(IntegerType));
        Column upper = element_at(col("costs"), floor(half).plus(1).cast(IntegerType));
        return levels.withColumn("others", others)
                .withColumn("costs", costs)
                .withColumn(LIKE_SERVICES.name(), size(col("costs")).cast(LongType))
                .withColumn(
                        MEDIAN,
                        when(
                                LIKE_SERVICES.col().geq(FEWEST_ALIKE),
                                lower.plus(upper).divide(2)));
    }

    private static Dataset<Row> withCosts(Dataset<Row> levels) {
        WindowSpec below = Window.partitionBy(ServiceTable.SERVICE_ID.col(), CURRENCY.col())
                .orderBy(LEVEL.col())
                .rowsBetween(Window.unboundedPreceding(), -1);
        return levels.withColumn(LIKE_COST_PER_GOOD_UNIT.name(), col(MEDIAN).cast(LIKE_COST_PER_GOOD_UNIT.type()))
                .withColumn(
                        LEVEL_COST.name(),
                        col(MEDIAN).multiply(aMonth(GOOD.col())).cast(LEVEL_COST.type()))
                .withColumn(
                        MARGINAL_COST.name(),
                        LEVEL_COST
                                .col()
                                .minus(last(LEVEL_COST.col(), true).over(below))
                                .cast(MARGINAL_COST.type()))
                .withColumn(IS_DELIVERED.name(), coalesce(LEVEL.col().equalTo(col(DELIVERED_LEVEL)), lit(false)))
                .withColumn(IS_TARGET.name(), LEVEL.col().equalTo(col(TARGET_LEVEL)))
                .withColumn(STATUS.name(), status());
    }

    private static Column status() {
        return when(
                        MONTHS.col().isNull(),
                        when(col(ReliabilitySpend.IS_BILLED), "NO_RECORD").otherwise("NO_COST"))
                .when(IS_DELIVERED.col(), "OBSERVED")
                .when(LEVEL_COST.col().isNotNull(), "COMPARED")
                .otherwise("TOO_FEW_ALIKE");
    }
}
