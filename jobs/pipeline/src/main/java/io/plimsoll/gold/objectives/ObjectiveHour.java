package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.from_utc_timestamp;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.timestamp_seconds;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;
import static org.apache.spark.sql.types.DataTypes.createArrayType;
import static org.apache.spark.sql.types.DataTypes.createDecimalType;

import io.plimsoll.bridge.HourGrids;
import io.plimsoll.contract.Check;
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
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.StructType;

/**
 * One row an objective and local hour: good and total in the unit of its budgeting method (events, slices, slice ratios, seconds
 * of a state history), with nothing excluded. Hours are those of the objective's zone (its calendar window's, else the
 * organisation's), so that a local midnight is always the edge of an hour; quarter-hours where the zone's hours are not the
 * organisation's, so that the run's date is one too. A slice belongs to the hour in which it starts. It is
 * what windows of any length and burn rates are summed from.
 */
public final class ObjectiveHour implements Table {

    public static final String NAME = "gold.objective_hour";

    public static final Field OBJECTIVE_ID = ObjectiveTable.OBJECTIVE_ID;
    public static final Field ZONE =
            Field.required("zone", StringType, "zone of the hours: the calendar window's, else the organisation's");
    public static final Field HOUR_AT = Field.required(
            "hour_at",
            TimestampType,
            "UTC",
            "start of the local hour; of the quarter-hour where the zone's hours are not the organisation's");
    public static final Field GOOD =
            Field.required("good", Field.QUANTITY, "good events, slices, slice ratios or seconds, by method");
    public static final Field TOTAL =
            Field.required("total", Field.QUANTITY, "events, slices or known seconds, by method");
    public static final Field MINUTES = Field.required(
            "minutes",
            createArrayType(
                    new StructType()
                            .add("minute", IntegerType, false)
                            .add("good", Field.QUANTITY, false)
                            .add("total", Field.QUANTITY, false),
                    false),
            "good and total of the hour's stretches of five minutes with records, by the minute in which they begin");
    public static final Field DAY = Field.required(
            "day", DateType, "UTC", "UTC day of the records; an hour over UTC midnight stands in two rows");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row an objective and local hour: good and total with nothing excluded")
            .withFields(OBJECTIVE_ID, ZONE, HOUR_AT, GOOD, TOTAL, MINUTES, DAY, AgreementScope.AS_OF)
            .withKey(OBJECTIVE_ID, HOUR_AT, DAY)
            .withChecks(new Check("good_within_total", "good >= 0 AND good <= total", "0 <= good <= total"))
            .withPartitions(DAY);

    /** Every offset in use is a multiple of it, so cells of this length never straddle a local hour. */
    private static final long FIVE_MINUTES = 300;

    private static final long MINUTE = 60;

    private static final String HOUR_SECONDS = "hour_seconds";
    private static final String VERSION = "objective_version";
    private static final String CELL = "cell";
    private static final String CELL_SECONDS = "cell_seconds";
    private static final String AT = "at_seconds";

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
        Dataset<Row> objectives = objectives(inputs, parameters);
        Dataset<Row> cells = slotCells(objectives, inputs.table(SliSample.NAME), parameters)
                .unionByName(stateCells(objectives, inputs.table(StateInterval.NAME), parameters));
        return hours(cells, parameters)
                .where(parameters.wanted(DAY.col()))
                .withColumn(AgreementScope.AS_OF.name(), lit(parameters.asOf()))
                .select(CONTRACT.columns());
    }

    /** Objectives with indicator, zone, tool of record and the length of a cell, a row a version. */
    static Dataset<Row> objectives(Inputs inputs, Parameters parameters) {
        Dataset<Row> record = inputs.table(SliRecord.NAME)
                .where(SliRecord.IS_RECORD.col())
                .select(SliRecord.SLI_ID.col(), SliRecord.TOOL.col());
        Dataset<Row> indicators = inputs.table(IndicatorTable.NAME).drop(IndicatorTable.TOOL.name());
        return Versions.join(inputs.table(ObjectiveTable.NAME), indicators, "sli_id", "inner")
                .join(record, Names.of(SliRecord.SLI_ID), "inner")
                .withColumn(
                        ZONE.name(),
                        coalesce(
                                ObjectiveTable.WINDOW_ZONE.col(),
                                lit(parameters.zone().getId())))
                .withColumn(
                        CELL_SECONDS,
                        when(ObjectiveTable.METHOD.col().equalTo("Occurrences"), lit(FIVE_MINUTES))
                                .otherwise(ObjectiveTable.TIME_SLICE_SECONDS.col()));
    }

    private static Dataset<Row> slotCells(Dataset<Row> objectives, Dataset<Row> slots, Parameters parameters) {
        Dataset<Row> counted =
                numbered(objectives.where(IndicatorTable.MEASURE.col().notEqual("state")));
        Column day = SliSample.DAY.col();
        Dataset<Row> wanted = slots.where(parameters.wanted(day).or(parameters.wanted(date_sub(day, 1))))
                .where(SliSample.MEASURED_AT.col().lt(lit(parameters.asOfInstant())))
                .withColumnRenamed("good", "slot_good")
                .withColumnRenamed("total", "slot_total")
                .withColumnRenamed("value", "slot_value")
                .withColumn(AT, unix_seconds(SliSample.MEASURED_AT.col()));
        Dataset<Row> cells = wanted.join(broadcast(counted), Names.of("sli_id", "tool"), "inner")
                .withColumn("slot_good", SlotEvents.good())
                .withColumn("slot_total", SlotEvents.total())
                .where(col("slot_total").isNotNull())
                .groupBy(col(VERSION), floor(col(AT).divide(col(CELL_SECONDS))).as(CELL))
                .agg(sum("slot_good").as("cell_good"), sum("slot_total").as("cell_total"));
        Dataset<Row> terms = counted.select(
                VERSION,
                "objective_id",
                "effective_from",
                "effective_to",
                ZONE.name(),
                "method",
                "time_slice_target",
                CELL_SECONDS);
        return cells.join(broadcast(terms), Names.of(VERSION), "inner")
                .withColumn(AT, col(CELL).multiply(col(CELL_SECONDS)))
                .withColumn(GOOD.name(), goodOfCell())
                .withColumn(TOTAL.name(), totalOfCell())
                .where(TOTAL.col().gt(0))
                .select("objective_id", "effective_from", "effective_to", ZONE.name(), AT, GOOD.name(), TOTAL.name());
    }

    /** A dense number a version of an objective, so that slots are grouped by two integers. */
    private static Dataset<Row> numbered(Dataset<Row> objectives) {
        return objectives.withColumn(
                VERSION, row_number().over(Window.orderBy(OBJECTIVE_ID.col(), ObjectiveTable.EFFECTIVE_FROM.col())));
    }

    private static Column goodOfCell() {
        Column whole = createWhole("cell_total");
        Column reached = createWhole("cell_good")
                .geq(ObjectiveTable.TIME_SLICE_TARGET.col().multiply(whole));
        return when(
                        ObjectiveTable.METHOD.col().equalTo("Occurrences"),
                        col("cell_good").cast(Field.QUANTITY))
                .when(
                        ObjectiveTable.METHOD.col().equalTo("Timeslices"),
                        reached.cast(LongType).cast(Field.QUANTITY))
                .otherwise(
                        when(col("cell_total").gt(0), createWhole("cell_good").divide(whole))
                                .cast(Field.QUANTITY));
    }

    private static Column totalOfCell() {
        Column slice = when(col("cell_total").gt(0), lit(1L)).otherwise(lit(0L));
        return when(ObjectiveTable.METHOD.col().equalTo("Occurrences"), col("cell_total"))
                .otherwise(slice)
                .cast(Field.QUANTITY);
    }

    private static Column createWhole(String count) {
        return col(count).cast(createDecimalType(19, 0));
    }

    private static Dataset<Row> stateCells(Dataset<Row> objectives, Dataset<Row> stretches, Parameters parameters) {
        Dataset<Row> histories = objectives.where(IndicatorTable.MEASURE.col().equalTo("state"));
        Column from = unix_seconds(StateInterval.FROM_AT.col());
        Column to = unix_seconds(StateInterval.TO_AT.col());
        Column firstCell = floor(from.divide(FIVE_MINUTES));
        Column lastCell = floor(to.minus(1).divide(FIVE_MINUTES));
        Column start = greatest(from, col(CELL).multiply(FIVE_MINUTES));
        Column end = least(to, col(CELL).plus(1).multiply(FIVE_MINUTES));
        return stretches
                .where(parameters.wanted(StateInterval.DAY.col()))
                .where(StateInterval.STATE.col().notEqual("UNKNOWN"))
                .join(broadcast(histories), Names.of("sli_id", "tool"), "inner")
                .withColumn(CELL, explode(sequence(firstCell, lastCell)))
                .withColumn(TOTAL.name(), end.minus(start).cast(Field.QUANTITY))
                .withColumn(
                        GOOD.name(),
                        when(StateInterval.STATE.col().equalTo("OK"), TOTAL.col())
                                .otherwise(lit(0).cast(Field.QUANTITY)))
                .withColumn(AT, col(CELL).multiply(FIVE_MINUTES))
                .select("objective_id", "effective_from", "effective_to", ZONE.name(), AT, GOOD.name(), TOTAL.name());
    }

    /** Cells to local hours; a version of an objective counts on the local days on which it is in force. */
    private static Dataset<Row> hours(Dataset<Row> cells, Parameters parameters) {
        Column offset = unix_seconds(from_utc_timestamp(timestamp_seconds(col(AT)), ZONE.col()))
                .minus(col(AT));
        Column localHour = floor(col(AT).plus(col("offset_seconds")).divide(col(HOUR_SECONDS)))
                .multiply(col(HOUR_SECONDS));
        Column localDay = to_date(timestamp_seconds(localHour));
        Column inForce = coalesce(localDay.geq(col("effective_from")), lit(true))
                .and(coalesce(localDay.lt(col("effective_to")), lit(true)));
        Column hourSeconds = HourGrids.seconds(ZONE.col(), lit(parameters.zone().getId()));
        Column intoHour = pmod(col(AT).plus(col("offset_seconds")), col(HOUR_SECONDS));
        Column minute = floor(intoHour.divide(FIVE_MINUTES)).multiply(FIVE_MINUTES / MINUTE);
        Dataset<Row> fives = cells.withColumn("offset_seconds", offset)
                .withColumn(HOUR_SECONDS, hourSeconds)
                .where(inForce)
                .withColumn(HOUR_AT.name(), timestamp_seconds(localHour.minus(col("offset_seconds"))))
                .withColumn(DAY.name(), to_date(timestamp_seconds(col(AT))))
                .withColumn("minute", minute.cast(IntegerType))
                .groupBy(OBJECTIVE_ID.col(), ZONE.col(), HOUR_AT.col(), DAY.col(), col("minute"))
                .agg(
                        sum(GOOD.col()).cast(Field.QUANTITY).as(GOOD.name()),
                        sum(TOTAL.col()).cast(Field.QUANTITY).as(TOTAL.name()));
        return fives.groupBy(OBJECTIVE_ID.col(), ZONE.col(), HOUR_AT.col(), DAY.col())
                .agg(
                        sum(GOOD.col()).cast(Field.QUANTITY).as(GOOD.name()),
                        sum(TOTAL.col()).cast(Field.QUANTITY).as(TOTAL.name()),
                        array_sort(collect_list(struct(col("minute"), GOOD.col(), TOTAL.col())))
                                .as(MINUTES.name()));
    }
}
