package io.plimsoll.gold.monitoring;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.median;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.catalogue.IndicatorTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an indicator and hour of the week: what was normal in the four weeks before the run's date. The expected value is the
 * median of the hour's slots, the scale 1.4826 times their median absolute deviation (the standard deviation where they are
 * normal; Rousseeuw and Croux 1993), the band four scales wide on either side. Slots disturbed by maintenance are left out; an
 * outage moves neither median until it fills half of the hour's four weeks. For a person's question; slots are judged by their
 * nearer past, see {@link SliAnomaly}.
 */
public final class SliBaseline implements Table {

    public static final String NAME = "gold.sli_baseline";

    public static final Field SLI_ID = SliDay.SLI_ID;
    public static final Field WEEK_HOUR = Field.required(
            "week_hour",
            IntegerType,
            "hour of the week in the organisation's zone: 0 is Monday 00:00 to 01:00, 167 Sunday 23:00 to 24:00");
    public static final Field MEASURE = SliAnomaly.MEASURE;
    public static final Field SLOTS = Field.required("slots", LongType, "slots", "slots that it stands on");
    public static final Field DAYS = Field.required("days", LongType, "days", "different days of which they are");
    public static final Field EXPECTED = Field.optional(
            "expected",
            DoubleType,
            "median, bad events over all or the mean value in the indicator's unit; null with fewer than two days");
    public static final Field SCALE = Field.optional(
            "scale", DoubleType, "1.4826 times the median absolute deviation, same unit; null like expected");
    public static final Field LO =
            Field.optional("lo", DoubleType, "expected - 4 scales, at least 0 for counts; null like expected");
    public static final Field HI =
            Field.optional("hi", DoubleType, "expected + 4 scales, at most 1 for counts; null like expected");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an indicator and hour of the week: what was normal in the last four weeks")
            .withFields(SLI_ID, WEEK_HOUR, MEASURE, SLOTS, DAYS, EXPECTED, SCALE, LO, HI, AgreementScope.AS_OF)
            .withKey(SLI_ID, WEEK_HOUR, AgreementScope.AS_OF)
            .withChecks(
                    new Check("week_hour_in_week", "week_hour BETWEEN 0 AND 167", "a week has 168 hours"),
                    new Check("band_around_expected", "lo IS NULL OR (lo <= hi)", "the band has its ends in order"))
            .withPartitions(AgreementScope.AS_OF);

    private static final int WINDOW_DAYS = 28;
    private static final int FEWEST_DAYS = 2;
    private static final double NORMAL_DEVIATION = 1.4826;
    private static final double SCALES = 4;
    private static final String LOCAL_DAY = "local_day";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(SliAnomaly.NAME, IndicatorTable.NAME);
    }

    @Override
    public Recompute recompute() {
        return Recompute.asOf();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> slots = usual(inputs, parameters);
        Dataset<Row> normal = slots.groupBy(SLI_ID.col(), WEEK_HOUR.col())
                .agg(
                        median(SliAnomaly.OBSERVED.col()).as(EXPECTED.name()),
                        count(lit(1)).as(SLOTS.name()),
                        count_distinct(col(LOCAL_DAY)).as(DAYS.name()));
        Dataset<Row> spread = slots.join(normal, Names.of(SLI_ID, WEEK_HOUR), "inner")
                .groupBy(SLI_ID.col(), WEEK_HOUR.col(), MEASURE.col(), EXPECTED.col(), SLOTS.col(), DAYS.col())
                .agg(median(abs(SliAnomaly.OBSERVED.col().minus(EXPECTED.col())))
                        .multiply(NORMAL_DEVIATION)
                        .as(SCALE.name()));
        return withBand(spread)
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** Undisturbed slots of the window, of what the indicator measures now. */
    private static Dataset<Row> usual(Inputs inputs, Parameters parameters) {
        Dataset<Row> now = Versions.inForce(inputs.table(IndicatorTable.NAME), parameters)
                .select(IndicatorTable.SLI_ID.col(), IndicatorTable.MEASURE.col());
        Column local =
                from_utc_timestamp(SliAnomaly.SLOT_AT.col(), parameters.zone().getId());
        Column from = lit(parameters
                .asOf()
                .minusDays(WINDOW_DAYS)
                .atStartOfDay(parameters.zone())
                .toInstant());
        return inputs.table(SliAnomaly.NAME)
                .where(SliAnomaly.DAY.col().geq(lit(parameters.asOf().minusDays(WINDOW_DAYS + 1))))
                .where(SliAnomaly.SLOT_AT
                        .col()
                        .geq(from)
                        .and(SliAnomaly.SLOT_AT.col().lt(lit(parameters.asOfInstant()))))
                .where(SliAnomaly.OBSERVED.col().isNotNull())
                .where(SliAnomaly.EXCLUDED_BY.col().isNull())
                .join(now, Names.of(SLI_ID, MEASURE), "inner")
                .select(
                        SLI_ID.col(),
                        MEASURE.col(),
                        SliAnomaly.OBSERVED.col(),
                        weekday(local).multiply(24).plus(hour(local)).as(WEEK_HOUR.name()),
                        to_date(local).as(LOCAL_DAY));
    }

    private static Dataset<Row> withBand(Dataset<Row> spread) {
        Column isKnown = DAYS.col().geq(FEWEST_DAYS);
        Column isRatio = MEASURE.col().equalTo("counts");
        Column lo = EXPECTED.col().minus(SCALE.col().multiply(SCALES));
        Column hi = EXPECTED.col().plus(SCALE.col().multiply(SCALES));
        return spread.withColumn(
                        LO.name(),
                        when(isKnown, when(isRatio, greatest(lo, lit(0.0))).otherwise(lo)))
                .withColumn(
                        HI.name(),
                        when(isKnown, when(isRatio, least(hi, lit(1.0))).otherwise(hi)))
                .withColumn(EXPECTED.name(), when(isKnown, EXPECTED.col()))
                .withColumn(SCALE.name(), when(isKnown, SCALE.col()));
    }
}
