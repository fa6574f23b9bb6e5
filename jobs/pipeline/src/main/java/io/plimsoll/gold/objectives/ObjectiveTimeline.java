package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.Observations;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.SliSample;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * One row an objective and UTC day: when its indicator was good and when it was bad, as the tool of record saw it; every other
 * second is unknown. A state history is good while OK and bad while PROBLEM. A slice is bad below its slice target (below the
 * target under RatioTimeslices), a slot under Occurrences when less of it was good than the objective asks for; without traffic
 * it is unknown. Nothing is excluded. A slot or slice belongs to the day in which it starts.
 */
public final class ObjectiveTimeline implements Table {

    public static final String NAME = "gold.objective_timeline";

    public static final Field OBJECTIVE_ID = ObjectiveTable.OBJECTIVE_ID;
    public static final Field GOOD = Field.required(
            "good", Observations.STRETCHES, "stretches in which it was good, disjoint, in time order (UTC)");
    public static final Field BAD = Field.required(
            "bad", Observations.STRETCHES, "stretches in which it was bad, disjoint, in time order (UTC)");
    public static final Field DAY = Field.required("day", DateType, "UTC", "day in which the stretches start");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an objective and UTC day: when its indicator was good and when it was bad")
            .withFields(OBJECTIVE_ID, GOOD, BAD, DAY, AgreementScope.AS_OF)
            .withKey(OBJECTIVE_ID, DAY)
            .withPartitions(DAY);

    private static final String FROM = "from_second";
    private static final String TO = "to_second";
    private static final String IS_GOOD = "is_good";
    private static final Column EVENTS = ObjectiveTable.METHOD.col().equalTo("Occurrences");

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(ObjectiveTable.NAME, IndicatorTable.NAME, SliRecord.NAME, SliSample.NAME, StateInterval.NAME);
    }

    /** A slice is at most a day long, so the slots of a day can belong to a slice that began the day before. */
    @Override
    public Recompute recompute() {
        return new Recompute.ByDay(1, 0);
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        Dataset<Row> objectives = ObjectiveHour.objectives(inputs, parameters)
                .withColumn("valid_from", startOf(ObjectiveTable.EFFECTIVE_FROM, Long.MIN_VALUE))
                .withColumn("valid_to", startOf(ObjectiveTable.EFFECTIVE_TO, Long.MAX_VALUE));
        Dataset<Row> cells = slotCells(objectives, inputs.table(SliSample.NAME), parameters)
                .unionByName(stateCells(objectives, inputs.table(StateInterval.NAME), parameters));
        return days(cells)
                .where(parameters.wanted(DAY.col()))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** Epoch second at which a local day of the objective starts. */
    private static Column startOf(Field day, long otherwise) {
        return coalesce(
                unix_seconds(to_utc_timestamp(day.col().cast(TimestampType), ObjectiveHour.ZONE.col())),
                lit(otherwise));
    }

    private static Dataset<Row> slotCells(Dataset<Row> objectives, Dataset<Row> slots, Parameters parameters) {
        Dataset<Row> counted = objectives.where(IndicatorTable.MEASURE.col().notEqual("state"));
        Column day = SliSample.DAY.col();
        Column at = unix_seconds(SliSample.MEASURED_AT.col());
        Column slotSeconds = coalesce(SliSample.DURATION_S.col(), IndicatorTable.RESOLUTION_SECONDS.col());
        Column start = when(EVENTS, at)
                .otherwise(floor(at.divide(ObjectiveTable.TIME_SLICE_SECONDS.col()))
                        .multiply(ObjectiveTable.TIME_SLICE_SECONDS.col()));
        Column length = when(EVENTS, slotSeconds).otherwise(ObjectiveTable.TIME_SLICE_SECONDS.col());
        return slots.where(parameters.wanted(day).or(parameters.wanted(date_sub(day, 1))))
                .where(SliSample.MEASURED_AT.col().lt(lit(parameters.asOfInstant())))
                .withColumnRenamed("good", "slot_good")
                .withColumnRenamed("total", "slot_total")
                .withColumnRenamed("value", "slot_value")
                .join(broadcast(counted), Names.of("sli_id", "tool"), "inner")
                .withColumn(FROM, start)
                .withColumn(TO, start.plus(length))
                .where(col(FROM).geq(col("valid_from")).and(col(FROM).lt(col("valid_to"))))
                .withColumn("slot_good", SlotEvents.good())
                .withColumn("slot_total", SlotEvents.total())
                .where(col("slot_total").isNotNull())
                .groupBy("objective_id", "valid_from", FROM)
                .agg(
                        sum("slot_good").as("cell_good"),
                        sum("slot_total").as("cell_total"),
                        max(TO).as(TO),
                        first(coalesce(ObjectiveTable.TIME_SLICE_TARGET.col(), ObjectiveTable.TARGET.col()))
                                .as("asked"))
                .where(col("cell_total").gt(0))
                .withColumn(IS_GOOD, whole("cell_good").geq(col("asked").multiply(whole("cell_total"))))
                .select("objective_id", FROM, TO, IS_GOOD);
    }

    /** A count with room for a product with a ratio of twelve decimals: DECIMAL(19,0) x DECIMAL(18,12) is exact. */
    private static Column whole(String count) {
        return col(count).cast(createDecimalType(19, 0));
    }

    private static Dataset<Row> stateCells(Dataset<Row> objectives, Dataset<Row> stretches, Parameters parameters) {
        Dataset<Row> histories = objectives.where(IndicatorTable.MEASURE.col().equalTo("state"));
        return stretches
                .where(parameters.wanted(StateInterval.DAY.col()))
                .where(StateInterval.STATE.col().notEqual("UNKNOWN"))
                .join(broadcast(histories), Names.of("sli_id", "tool"), "inner")
                .withColumn(FROM, greatest(unix_seconds(StateInterval.FROM_AT.col()), col("valid_from")))
                .withColumn(TO, least(unix_seconds(StateInterval.TO_AT.col()), col("valid_to")))
                .where(col(FROM).lt(col(TO)))
                .withColumn(IS_GOOD, StateInterval.STATE.col().equalTo("OK"))
                .select("objective_id", FROM, TO, IS_GOOD);
    }

    private static Dataset<Row> days(Dataset<Row> cells) {
        return cells.groupBy(
                        OBJECTIVE_ID.col(),
                        to_date(timestamp_seconds(col(FROM))).as(DAY.name()))
                .agg(collect_list(struct(col(FROM), col(TO), col(IS_GOOD))).as("cells"))
                .withColumn("seen", Observations.merge(col("cells")))
                .select(OBJECTIVE_ID.col(), DAY.col(), col("seen.good"), col("seen.bad"));
    }
}
