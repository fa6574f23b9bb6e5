package io.plimsoll.gold.monitoring;

import static org.apache.spark.sql.functions.aggregate;
import static org.apache.spark.sql.functions.array_min;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.bridge.Judgements;
import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.silver.MaintenanceDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.SliSample;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.statistics.baseline.BaselineRule;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an indicator and slot: what was measured, what its own past let expect, and whether it is an anomaly; beside it what a
 * fixed threshold would have told. Judged by {@link io.plimsoll.statistics.baseline.DynamicBaseline} when the slot came: nothing
 * later changes it but late data of the days before. Slots of less than five minutes are judged five minutes at a time. State
 * histories have no baseline.
 *
 * <p>Slots that touch a maintenance window of any kind are not judged and teach nothing, approved or not: the work disturbed the
 * figures either way. They name the window.
 */
public final class SliAnomaly implements Table {

    public static final String NAME = "gold.sli_anomaly";

    public static final Field SLI_ID = SliDay.SLI_ID;
    public static final Field TOOL = Field.required("tool", StringType, "the tool whose figures are the record");
    public static final Field MEASURE =
            Field.required("measure", StringType, "counts (observed is bad / total) or value (observed is the mean)");
    public static final Field SLOT_AT =
            Field.required("slot_at", TimestampType, "UTC", "start of the slot within its UTC day");
    public static final Field SLOT_SECONDS = Field.required(
            WatchedDay.SLOT_SECONDS, LongType, "s", "length: the indicator's resolution, at least five minutes");
    public static final Field OBSERVED = Field.optional(
            "observed",
            DoubleType,
            "bad events over all, or the mean value in the indicator's unit; null without traffic");
    public static final Field EXPECTED = Field.optional(
            "expected", DoubleType, "what its past let expect, in the same unit; null for slots that are not judged");
    public static final Field LO = Field.optional(
            "lo",
            DoubleType,
            "below it a single slot is an anomaly; null while the indicator is not watched long enough, and for slots that are not judged");
    public static final Field HI = Field.optional("hi", DoubleType, "above it a single slot is one; null like lo");
    public static final Field SCORE = Field.optional(
            "score",
            DoubleType,
            "how many times the allowed deviation the slot, or the last hour's mean, deviates; above 1 is an anomaly; null when not judged, and when nothing ever deviated before");
    public static final Field IS_ANOMALY =
            Field.optional("is_anomaly", BooleanType, "whether the slot is out of the ordinary; null when not judged");
    public static final Field IS_ALERT = Field.required(
            "is_alert", BooleanType, "whether this anomaly is the one to tell of: the first, and none for a day after");
    public static final Field STATIC_LO = Field.optional(
            WatchedDay.STATIC_LO,
            DoubleType,
            "lower threshold of the strictest objective in force; null when there is none");
    public static final Field STATIC_HI = Field.optional(
            WatchedDay.STATIC_HI,
            DoubleType,
            "upper threshold of the strictest objective in force: 1 - target for counts; null when there is none");
    public static final Field IS_STATIC_ALERT = Field.required(
            "is_static_alert",
            BooleanType,
            "whether a rule on those thresholds would tell of this slot: the first beyond them, and none for a day after");
    public static final Field EXCLUDED_BY = Field.optional(
            "excluded_by", StringType, "maintenance window for which the slot is not judged; null when there is none");
    public static final Field DAY = Field.required("day", DateType, "UTC", "day of slot_at");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an indicator and slot: observed, expected, and whether it is an anomaly")
            .withFields(
                    SLI_ID,
                    TOOL,
                    MEASURE,
                    SLOT_AT,
                    SLOT_SECONDS,
                    OBSERVED,
                    EXPECTED,
                    LO,
                    HI,
                    SCORE,
                    IS_ANOMALY,
                    IS_ALERT,
                    STATIC_LO,
                    STATIC_HI,
                    IS_STATIC_ALERT,
                    EXCLUDED_BY,
                    DAY,
                    AgreementScope.AS_OF)
            .withKey(SLI_ID, SLOT_AT)
            .withChecks(
                    new Check("band_around_expected", "lo IS NULL OR (lo <= hi)", "the band has its ends in order"),
                    new Check(
                            "excluded_is_not_judged",
                            "excluded_by IS NULL OR is_anomaly IS NULL",
                            "what maintenance disturbed is not judged"))
            .withPartitions(DAY);

    private static final String AT = "at_seconds";
    private static final String BLOCK = "block";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(
                SliSample.NAME,
                SliDay.NAME,
                SliRecord.NAME,
                MaintenanceDay.NAME,
                IndicatorTable.NAME,
                ObjectiveTable.NAME);
    }

    /** Late data changes what its own day and the days that learnt from it say, none before. */
    @Override
    public Recompute recompute() {
        return new Recompute.ByDay(0, ReplayBlock.REACH);
    }

    @Override
    public boolean isLarge() {
        return true;
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Column isRead = read(parameters);
        Dataset<Row> watched = WatchedDay.of(inputs, isRead);
        Dataset<Row> slots = withExclusion(observed(inputs.table(SliSample.NAME).where(isRead), watched, parameters));
        return withBand(Judgements.of(series(slots, parameters), BaselineRule.DEFAULT))
                .withColumn(SLOT_AT.name(), timestamp_seconds(col(AT)))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .repartition(DAY.col())
                .sortWithinPartitions(SLI_ID.col(), SLOT_AT.col())
                .select(CONTRACT.columns());
    }

    private static Column read(Parameters parameters) {
        Optional<NavigableSet<LocalDate>> past =
                parameters.partitions().map(days -> days.headSet(parameters.asOf(), true));
        return past.map(days -> DAY.col().isin(ReplayBlock.daysRead(days).toArray()))
                .orElseGet(() -> lit(true));
    }

    /** Sums first: a slot's ratio is that of all its events. Values are added in their order of size, so the mean has one value. */
    private static Dataset<Row> observed(Dataset<Row> samples, Dataset<Row> watched, Parameters parameters) {
        Column dayStart = unix_seconds(DAY.col().cast(TimestampType));
        Column seconds = unix_seconds(SliSample.MEASURED_AT.col()).minus(dayStart);
        Column at = dayStart.plus(floor(seconds.divide(SLOT_SECONDS.col())).multiply(SLOT_SECONDS.col()));
        Column values = array_sort(collect_list(SliSample.VALUE.col()));
        Dataset<Row> summed = samples.where(SliSample.MEASURED_AT.col().lt(lit(parameters.asOfInstant())))
                .join(watched, Names.of(SLI_ID, TOOL, DAY), "inner")
                .groupBy(SLI_ID.col(), DAY.col(), at.as(AT))
                .agg(
                        sum(SliSample.GOOD.col()).as("good"),
                        sum(SliSample.TOTAL.col()).as("total"),
                        values.as("values"));
        Column badRatio = when(
                col("total").gt(0),
                col("total").minus(col("good")).cast(DoubleType).divide(col("total")));
        Column mean = when(
                size(col("values")).gt(0),
                aggregate(col("values"), lit(0.0), (total, value) -> total.plus(value))
                        .divide(size(col("values"))));
        return summed.join(watched, Names.of(SLI_ID, DAY), "inner")
                .withColumn(
                        OBSERVED.name(),
                        when(MEASURE.col().equalTo("counts"), badRatio).otherwise(mean))
                .drop("good", "total", "values");
    }

    private static Dataset<Row> withExclusion(Dataset<Row> slots) {
        Column touching = filter(
                col(WatchedDay.WINDOWS),
                window -> window.getField("from")
                        .lt(col(AT).plus(SLOT_SECONDS.col()))
                        .and(window.getField("to").gt(col(AT))));
        return slots.withColumn(EXCLUDED_BY.name(), array_min(touching).getField("window_id"))
                .drop(WatchedDay.WINDOWS);
    }

    private static Dataset<Row> series(Dataset<Row> slots, Parameters parameters) {
        Column breaks = coalesce(OBSERVED.col().gt(STATIC_HI.col()), lit(false))
                .or(coalesce(OBSERVED.col().lt(STATIC_LO.col()), lit(false)));
        Column told = ReplayBlock.judging(DAY.col()).equalTo(col(BLOCK)).and(parameters.wanted(DAY.col()));
        return slots.withColumn(BLOCK, explode(ReplayBlock.reading(DAY.col())))
                .where(blocks(parameters))
                .withColumn("series", concat_ws("\n", SLI_ID.col(), col(BLOCK)))
                .withColumn("learnt", when(EXCLUDED_BY.col().isNull(), OBSERVED.col()))
                .withColumn("breaks_static", breaks)
                .withColumn("is_told", told);
    }

    /** Only blocks that judge a wanted day are replayed. */
    private static Column blocks(Parameters parameters) {
        return parameters
                .partitions()
                .map(days -> col(BLOCK)
                        .isin(days.stream().map(ReplayBlock::judging).distinct().toArray()))
                .orElseGet(() -> lit(true));
    }

    private static Dataset<Row> withBand(Dataset<Row> judged) {
        Column isRatio = MEASURE.col().equalTo("counts");
        Column isJudged = IS_ANOMALY.col().isNotNull();
        Column lo = EXPECTED.col().minus(col("allowed"));
        Column hi = EXPECTED.col().plus(col("allowed"));
        return judged.withColumn(
                        LO.name(),
                        when(isJudged, when(isRatio, greatest(lo, lit(0.0))).otherwise(lo)))
                .withColumn(
                        HI.name(),
                        when(isJudged, when(isRatio, least(hi, lit(1.0))).otherwise(hi)));
    }
}
