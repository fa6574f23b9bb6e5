package io.plimsoll.gold.capacity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import io.plimsoll.bridge.CapacityColumns;
import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Names;
import io.plimsoll.contract.Parameters;
import io.plimsoll.gold.objectives.Versions;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.catalogue.ResourceTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The hours of every resource and metric, measured or only declared, with what is declared of the resource on the run's day. */
final class MeasuredResources {

    static final Field RESOURCE_ID = ResourceHour.RESOURCE_ID;
    static final Field METRIC = ResourceHour.METRIC;
    static final Field UNIT = Field.optional(
            "unit",
            ResourceHour.UNIT.type(),
            "unit of use and capacity: the latest measurement's, else the declared one; null when neither says");
    static final Field SERVICE_ID = Field.optional(
            "service_id", ResourceTable.SERVICE_ID.type(), "the service that runs on it; null when undeclared");

    /** Whether the declared prices, steps and sizes are of the metric's unit. */
    static final String IS_DECLARED_UNIT = "is_declared_unit";

    /** The columns that name a series and what is declared of it. */
    static final List<String> KEY = List.of(
            RESOURCE_ID.name(),
            METRIC.name(),
            UNIT.name(),
            SERVICE_ID.name(),
            CapacityColumns.RAW_CAPACITY,
            CapacityColumns.UNITS,
            CapacityColumns.SPARE_UNITS,
            CapacityColumns.BUFFER_RATIO,
            CapacityColumns.TARGET_UTILISATION,
            CapacityColumns.LEAD_TIME_DAYS,
            CapacityColumns.ORDER_STEP,
            ResourceTable.UNIT_COST.name(),
            ResourceTable.CURRENCY.name());

    /** Two years: two cycles of a yearly season, and no more than a series may hold. */
    private static final int HISTORY_DAYS = 2 * 366;

    private static final long HOUR_SECONDS = 3_600;
    private static final String MEASURED_CAPACITY = "measured_capacity";
    private static final String MEASURED_UNIT = "measured_unit";

    private MeasuredResources() {}

    /** The first UTC day that is not over, or not seen, at the run's instant. */
    static LocalDate end(Parameters parameters) {
        return parameters.asOfInstant().atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** Points of the series: {@link #KEY}, {@value CapacityColumns#HOUR}, {@value CapacityColumns#USED_MEAN} and {@value CapacityColumns#USED_MAX}. */
    static Dataset<Row> points(Inputs inputs, Parameters parameters) {
        LocalDate end = end(parameters);
        Dataset<Row> hours = inputs.table(ResourceHour.NAME)
                .where(ResourceHour.DAY
                        .col()
                        .lt(lit(end))
                        .and(ResourceHour.DAY.col().geq(lit(end.minusDays(HISTORY_DAYS)))));
        Dataset<Row> declared = Versions.inForce(inputs.table(ResourceTable.NAME), parameters);
        Dataset<Row> latest = latest(hours).unionByName(unmeasured(hours, declared), true);
        return hoursOf(latest, hours, end)
                .join(broadcast(terms(declared)), Names.of(RESOURCE_ID), "left")
                .withColumn(IS_DECLARED_UNIT, coalesce(col(MEASURED_UNIT).equalTo(col("declared_unit")), lit(true)))
                .withColumn(UNIT.name(), coalesce(col(MEASURED_UNIT), col("declared_unit")))
                .withColumn(
                        CapacityColumns.RAW_CAPACITY,
                        coalesce(col(MEASURED_CAPACITY), ofDeclaredUnit(ResourceTable.CAPACITY)))
                .withColumn(CapacityColumns.ORDER_STEP, ofDeclaredUnit(ResourceTable.ORDER_STEP))
                .withColumn(ResourceTable.UNIT_COST.name(), ofDeclaredUnit(ResourceTable.UNIT_COST))
                .withColumn(CapacityColumns.SPARE_UNITS, coalesce(col(CapacityColumns.SPARE_UNITS), lit(0)))
                .withColumn(CapacityColumns.UNITS, units());
    }

    /** What the newest measurement says of unit and capacity. */
    private static Dataset<Row> latest(Dataset<Row> hours) {
        Column known = ResourceHour.CAPACITY.col().gt(0);
        return hours.groupBy(RESOURCE_ID.col(), METRIC.col())
                .agg(
                        max_by(ResourceHour.UNIT.col(), ResourceHour.HOUR_AT.col())
                                .as(MEASURED_UNIT),
                        max_by(when(known, ResourceHour.CAPACITY.col()), when(known, ResourceHour.HOUR_AT.col()))
                                .as(MEASURED_CAPACITY));
    }

    /** A declared metric that nobody measures is planned too: its plan says so. */
    private static Dataset<Row> unmeasured(Dataset<Row> hours, Dataset<Row> declared) {
        return declared.select(
                        RESOURCE_ID.col(), explode(ResourceTable.METRICS.col()).as(METRIC.name()))
                .distinct()
                .join(
                        hours.select(RESOURCE_ID.col(), METRIC.col()).distinct(),
                        Names.of(RESOURCE_ID, METRIC),
                        "left_anti");
    }

    /** Hours in the latest unit; in another unit the figures are not of one series. An unmeasured one has a point without values. */
    private static Dataset<Row> hoursOf(Dataset<Row> latest, Dataset<Row> hours, LocalDate end) {
        long lastHour = end.toEpochDay() * 24 - 1;
        return latest.join(
                        hours.withColumnRenamed(ResourceHour.UNIT.name(), "hour_unit"),
                        Names.of(RESOURCE_ID, METRIC),
                        "left")
                .where(ResourceHour.HOUR_AT.col().isNull().or(col("hour_unit").eqNullSafe(col(MEASURED_UNIT))))
                .select(
                        RESOURCE_ID.col(),
                        METRIC.col(),
                        col(MEASURED_UNIT),
                        col(MEASURED_CAPACITY),
                        coalesce(
                                        unix_seconds(ResourceHour.HOUR_AT.col())
                                                .divide(HOUR_SECONDS)
                                                .cast(LongType),
                                        lit(lastHour))
                                .as(CapacityColumns.HOUR),
                        ResourceHour.USED_MEAN.col(),
                        ResourceHour.USED_MAX.col());
    }

    private static Dataset<Row> terms(Dataset<Row> declared) {
        Column redundancy = ResourceTable.REDUNDANCY.col();
        Column isDoubled = redundancy.equalTo("2N");
        Column spare = when(isDoubled, lit(1))
                .when(redundancy.startsWith("N+"), substring(redundancy, 3, 4).cast(IntegerType))
                .otherwise(lit(0));
        return declared.select(
                ResourceTable.RESOURCE_ID.col(),
                ResourceTable.SERVICE_ID.col(),
                ResourceTable.UNIT.col().as("declared_unit"),
                ResourceTable.CAPACITY.col(),
                ResourceTable.LEAD_TIME_DAYS.col(),
                ResourceTable.ORDER_STEP.col(),
                ResourceTable.UNIT_COST.col(),
                ResourceTable.CURRENCY.col(),
                ResourceTable.TARGET_UTILISATION.col().cast(DoubleType).as(CapacityColumns.TARGET_UTILISATION),
                ResourceTable.BUFFER.col().cast(DoubleType).as(CapacityColumns.BUFFER_RATIO),
                // Everything twice is two halves, one of which may fail.
                when(isDoubled, lit(2)).otherwise(ResourceTable.UNITS.col()).as(CapacityColumns.UNITS),
                spare.as(CapacityColumns.SPARE_UNITS));
    }

    /** Without spare units it does not matter how many there are. */
    private static Column units() {
        return coalesce(
                col(CapacityColumns.UNITS),
                when(col(CapacityColumns.SPARE_UNITS).equalTo(0), lit(1)));
    }

    private static Column ofDeclaredUnit(Field declared) {
        return when(col(IS_DECLARED_UNIT), declared.col());
    }
}
