package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.AgreementPeriods;
import io.plimsoll.bridge.SeenTogether;
import io.plimsoll.bridge.WeightedMean;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * One row a composite SLO, version and calendar month of its zone: what its objectives attained together. {@code weighted} is
 * {@code Σ weight x attained / Σ weight} over the members with data, each by its own method. {@code serial} needs all of them:
 * the seconds in which all were good over those of which that is known (intersection of their timelines,
 * {@link ObjectiveTimeline}); {@code parallel} needs one: the same with their union. What independent failures would have given
 * stands beside the observed figure. Nothing is excluded.
 */
public final class CompositeAttainment implements Table {

    public static final String NAME = "gold.composite_attainment";

    public static final Field COMPOSITE_ID = Field.required("composite_id", StringType, "the SLO's name");
    public static final Field STATUS = Field.required(
            "status",
            StringType,
            "MET or BREACHED, to date while the period is open; NO_DATA when nothing is known; NO_TARGET when none is declared");
    public static final Field ATTAINED = Field.optional(
            "attained", DoubleType, "ratio", "the figure that the SLO's combination decides on; null without data");
    public static final Field INDEPENDENT_RATIO = Field.optional(
            "independent_ratio",
            DoubleType,
            "ratio",
            "Π share for serial, 1 - Π (1 - share) for parallel, by the members' shares of good in known seconds; null for weighted, and when a member was not seen");
    public static final Field WEIGHTED_RATIO =
            Field.optional("weighted_ratio", DoubleType, "ratio", "weighted mean of the members; null without data");
    public static final Field ALL_GOOD_RATIO = Field.optional(
            "all_good_ratio",
            DoubleType,
            "ratio",
            "share of known seconds in which all were good; null when a member was not seen");
    public static final Field ANY_GOOD_RATIO = Field.optional(
            "any_good_ratio",
            DoubleType,
            "ratio",
            "share of known seconds in which one was good; null when a member was not seen");
    public static final Field KNOWN_SECONDS = Field.required(
            "known_seconds",
            LongType,
            "s",
            "seconds on which the figure stands: of which all (any) is known; 0 for weighted");
    public static final Field SCOPE_SECONDS = Field.required(
            "scope_seconds",
            LongType,
            "s",
            "seconds of the period up to the run's date on which the version is in force");
    public static final DataType MEMBER = new StructType()
            .add("objective_id", StringType, false)
            .add("weight", createDecimalType(18, 6), false)
            .add("good", Field.QUANTITY, true)
            .add("total", Field.QUANTITY, true);
    public static final Field MEMBERS = Field.required(
            "members",
            createArrayType(MEMBER, false),
            "the objectives with weight, good and total by their own method; null good and total without data");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a composite SLO and month: what its objectives attained together")
            .withFields(
                    COMPOSITE_ID,
                    ObjectiveTable.SERVICE_ID,
                    ObjectiveTable.COMBINATION,
                    AgreementScope.PERIOD_START,
                    AgreementScope.PERIOD_END,
                    AgreementScope.IN_FORCE_FROM,
                    AgreementScope.IS_CLOSED,
                    STATUS,
                    ObjectiveTable.COMPOSITE_TARGET,
                    ATTAINED,
                    INDEPENDENT_RATIO,
                    WEIGHTED_RATIO,
                    ALL_GOOD_RATIO,
                    ANY_GOOD_RATIO,
                    KNOWN_SECONDS,
                    SCOPE_SECONDS,
                    MEMBERS,
                    AgreementScope.AS_OF)
            .withKey(COMPOSITE_ID, AgreementScope.PERIOD_START, AgreementScope.IN_FORCE_FROM)
            .withChecks(
                    new Check(
                            "status_known",
                            "status IN ('MET', 'BREACHED', 'NO_DATA', 'NO_TARGET')",
                            "a status is one of the four"),
                    new Check(
                            "attained_is_ratio",
                            "attained IS NULL OR attained BETWEEN 0 AND 1",
                            "what was attained lies in [0,1]"))
            .withPartitions(AgreementScope.PERIOD_START);

    private static final String FROM = "scope_from";
    private static final String TO = "scope_to";
    private static final Field[] KEY = {COMPOSITE_ID, AgreementScope.PERIOD_START, AgreementScope.IN_FORCE_FROM};

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ObjectiveTable.NAME, ObjectiveHour.NAME, ObjectiveTimeline.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byPeriod();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> hours = inputs.table(ObjectiveHour.NAME);
        Dataset<Row> members = members(inputs.table(ObjectiveTable.NAME), hours, parameters);
        Dataset<Row> composites = withCounts(members, hours);
        Dataset<Row> seen = together(members, inputs.table(ObjectiveTimeline.NAME));
        return judged(composites.join(seen, Names.of(KEY), "left"))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** A row a member and month that has begun, since the first record of any of the composite's members. */
    private static Dataset<Row> members(Dataset<Row> objectives, Dataset<Row> hours, Parameters parameters) {
        Dataset<Row> composites = objectives
                .where(ObjectiveTable.COMBINATION.col().isNotNull())
                .withColumnRenamed(ObjectiveTable.SLO.name(), COMPOSITE_ID.name())
                .withColumn(
                        "zone",
                        coalesce(
                                ObjectiveTable.WINDOW_ZONE.col(),
                                lit(parameters.zone().getId())));
        Dataset<Row> begun = hours.join(
                        broadcast(composites
                                .select(COMPOSITE_ID.col(), ObjectiveTable.OBJECTIVE_ID.col())
                                .distinct()),
                        Names.of(ObjectiveTable.OBJECTIVE_ID),
                        "inner")
                .groupBy(COMPOSITE_ID.col())
                .agg(min(ObjectiveHour.HOUR_AT.col()).as("first_at"));
        Column asOf = lit(parameters.asOfInstant());
        Column months = AgreementPeriods.of(
                lit("month"),
                col("zone"),
                ObjectiveTable.EFFECTIVE_FROM.col(),
                ObjectiveTable.EFFECTIVE_TO.col(),
                col("first_at"),
                asOf);
        return composites
                .join(begun, Names.of(COMPOSITE_ID), "inner")
                .withColumn("period", explode(months))
                .select(col("*"), col("period.*"))
                .where(parameters.wanted(AgreementScope.PERIOD_START.col()))
                .withColumn(FROM, greatest(AgreementScope.PERIOD_FROM_AT.col(), startOf(AgreementScope.IN_FORCE_FROM)))
                .withColumn(TO, least(AgreementScope.PERIOD_TO_AT.col(), startOf(ObjectiveTable.EFFECTIVE_TO), asOf))
                .where(col(FROM).lt(col(TO)))
                .withColumn(
                        AgreementScope.IS_CLOSED.name(),
                        AgreementScope.PERIOD_TO_AT.col().leq(asOf))
                .withColumn(
                        "weight",
                        coalesce(ObjectiveTable.COMPOSITE_WEIGHT.col(), lit(1)).cast(createDecimalType(18, 6)));
    }

    private static Column startOf(Field day) {
        return to_utc_timestamp(day.col().cast(TimestampType), col("zone"));
    }

    /** A row a composite and month, with what each member counted by its own method. */
    private static Dataset<Row> withCounts(Dataset<Row> members, Dataset<Row> hours) {
        Dataset<Row> counted = hours.select(
                ObjectiveHour.OBJECTIVE_ID.col().as("counted_objective"),
                ObjectiveHour.HOUR_AT.col(),
                ObjectiveHour.GOOD.col(),
                ObjectiveHour.TOTAL.col());
        Column inScope = ObjectiveTable.OBJECTIVE_ID
                .col()
                .equalTo(col("counted_objective"))
                .and(ObjectiveHour.HOUR_AT.col().geq(col(FROM)))
                .and(ObjectiveHour.HOUR_AT.col().lt(col(TO)));
        Column member = struct(ObjectiveTable.OBJECTIVE_ID.col(), col("weight"), col("good"), col("total"));
        return members.join(counted, inScope, "left")
                .groupBy(
                        COMPOSITE_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        AgreementScope.PERIOD_END.col(),
                        AgreementScope.IS_CLOSED.col(),
                        col(FROM),
                        col(TO),
                        ObjectiveTable.SERVICE_ID.col(),
                        ObjectiveTable.COMBINATION.col(),
                        ObjectiveTable.COMPOSITE_TARGET.col(),
                        ObjectiveTable.OBJECTIVE_ID.col(),
                        col("weight"))
                .agg(
                        sum(ObjectiveHour.GOOD.col()).cast(Field.QUANTITY).as("good"),
                        sum(ObjectiveHour.TOTAL.col()).cast(Field.QUANTITY).as("total"))
                .groupBy(
                        COMPOSITE_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        AgreementScope.PERIOD_END.col(),
                        AgreementScope.IS_CLOSED.col(),
                        col(FROM),
                        col(TO),
                        ObjectiveTable.SERVICE_ID.col(),
                        ObjectiveTable.COMBINATION.col(),
                        ObjectiveTable.COMPOSITE_TARGET.col())
                .agg(array_sort(collect_list(member)).as(MEMBERS.name()));
    }

    private static Dataset<Row> together(Dataset<Row> members, Dataset<Row> timelines) {
        Dataset<Row> seen = timelines.select(
                ObjectiveTimeline.OBJECTIVE_ID.col().as("seen_objective"),
                ObjectiveTimeline.DAY.col(),
                ObjectiveTimeline.GOOD.col().as("seen_good"),
                ObjectiveTimeline.BAD.col().as("seen_bad"));
        Column sameDays = ObjectiveTable.OBJECTIVE_ID
                .col()
                .equalTo(col("seen_objective"))
                .and(ObjectiveTimeline.DAY.col().geq(date_sub(to_date(col(FROM)), 1)))
                .and(ObjectiveTimeline.DAY.col().leq(to_date(col(TO))));
        Dataset<Row> observed = members.join(seen, sameDays, "left")
                .groupBy(
                        COMPOSITE_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        ObjectiveTable.OBJECTIVE_ID.col())
                .agg(
                        max(struct(col(FROM).as("from_at"), col(TO).as("to_at")))
                                .as("scope"),
                        flatten(collect_list(col("seen_good"))).as("good"),
                        flatten(collect_list(col("seen_bad"))).as("bad"))
                .groupBy(COMPOSITE_ID.col(), AgreementScope.PERIOD_START.col(), AgreementScope.IN_FORCE_FROM.col())
                .agg(
                        collect_list(struct(col("good"), col("bad"))).as("members"),
                        array(max(col("scope"))).as("scope"));
        return observed.withColumn("seen", SeenTogether.of(struct(col("scope"), col("members"))))
                .select(
                        COMPOSITE_ID.col(),
                        AgreementScope.PERIOD_START.col(),
                        AgreementScope.IN_FORCE_FROM.col(),
                        col("seen"));
    }

    private static Dataset<Row> judged(Dataset<Row> composites) {
        Column isSerial = ObjectiveTable.COMBINATION.col().equalTo("serial");
        Column isParallel = ObjectiveTable.COMBINATION.col().equalTo("parallel");
        Column good = when(isSerial, col("seen.all_good_seconds")).when(isParallel, col("seen.any_good_seconds"));
        Column known = when(isSerial, col("seen.all_known_seconds")).when(isParallel, col("seen.any_known_seconds"));
        Column isMet = when(
                        isSerial.or(isParallel),
                        whole(good).geq(ObjectiveTable.COMPOSITE_TARGET.col().multiply(whole(known))))
                .otherwise(col("mean.is_met"));
        return composites
                .withColumn("mean", WeightedMean.of(MEMBERS.col(), ObjectiveTable.COMPOSITE_TARGET.col()))
                .withColumn(WEIGHTED_RATIO.name(), col("mean.attained"))
                .withColumn(ALL_GOOD_RATIO.name(), share(col("seen.all_good_seconds"), col("seen.all_known_seconds")))
                .withColumn(ANY_GOOD_RATIO.name(), share(col("seen.any_good_seconds"), col("seen.any_known_seconds")))
                .withColumn(
                        INDEPENDENT_RATIO.name(),
                        when(isSerial, col("seen.independent_all_ratio"))
                                .when(isParallel, col("seen.independent_any_ratio")))
                .withColumn(
                        ATTAINED.name(),
                        when(isSerial, ALL_GOOD_RATIO.col())
                                .when(isParallel, ANY_GOOD_RATIO.col())
                                .otherwise(WEIGHTED_RATIO.col()))
                .withColumn(KNOWN_SECONDS.name(), coalesce(known, lit(0L)))
                .withColumn(
                        SCOPE_SECONDS.name(),
                        col(TO).cast(LongType).minus(col(FROM).cast(LongType)))
                .withColumn(
                        STATUS.name(),
                        when(ATTAINED.col().isNull(), "NO_DATA")
                                .when(ObjectiveTable.COMPOSITE_TARGET.col().isNull(), "NO_TARGET")
                                .when(isMet, "MET")
                                .otherwise("BREACHED"));
    }

    private static Column share(Column good, Column known) {
        return when(known.gt(0), good.cast(DoubleType).divide(known.cast(DoubleType)));
    }

    /** Seconds are integers: DECIMAL(19,0) x DECIMAL(18,12) is exact in DECIMAL(38,12). */
    private static Column whole(Column seconds) {
        return seconds.cast(createDecimalType(19, 0));
    }
}
