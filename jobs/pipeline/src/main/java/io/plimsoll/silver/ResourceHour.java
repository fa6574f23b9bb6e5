package io.plimsoll.silver;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Inputs;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.Table;
import io.plimsoll.contract.TableContract;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/** One row a resource, metric and UTC hour: how much of it was in use, from the latest delivery of each sample. */
public final class ResourceHour implements Table {

    public static final String NAME = "silver.resource_hour";

    public static final Field RESOURCE_ID =
            Field.required("resource_id", StringType, "the resource's name in the catalogue");
    public static final Field METRIC = Field.required("metric", StringType, "what is used: cpu, memory, storage, ...");
    public static final Field HOUR_AT = Field.required("hour_at", TimestampType, "UTC", "start of the hour");
    public static final Field SAMPLES = Field.required("samples", LongType, "samples", "samples received in the hour");
    public static final Field USED_MEAN = Field.required("used_mean", DoubleType, "see unit", "mean of the samples");
    public static final Field USED_MIN = Field.required("used_min", DoubleType, "see unit", "least of the samples");
    public static final Field USED_MAX = Field.required("used_max", DoubleType, "see unit", "greatest of the samples");
    public static final Field CAPACITY = Field.optional(
            "capacity",
            DoubleType,
            "see unit",
            "what there was at the end of the hour; null when the tool does not say");
    public static final Field UNIT =
            Field.optional("unit", StringType, "unit of used and capacity; null when the tool does not say");
    public static final Field DAY = Field.required("day", DateType, "UTC", "day of hour_at");

    private static final TableContract CONTRACT = TableContract.of(
                    NAME, "One row a resource, metric and UTC hour: how much was in use")
            .withFields(RESOURCE_ID, METRIC, HOUR_AT, SAMPLES, USED_MEAN, USED_MIN, USED_MAX, CAPACITY, UNIT, DAY)
            .withKey(RESOURCE_ID, METRIC, HOUR_AT)
            .withPartitions(DAY);

    private static final String DELIVERIES = "bronze.resource_usage";

    @Override
    public TableContract contract() {
        return CONTRACT;
    }

    @Override
    public List<String> inputs() {
        return List.of(DELIVERIES);
    }

    @Override
    public Recompute recompute() {
        return Recompute.byDay();
    }

    @Override
    public Dataset<Row> build(Inputs inputs, Parameters parameters) {
        WindowSpec sample = Window.partitionBy(RESOURCE_ID.col(), METRIC.col(), col("measured_at"))
                .orderBy(Deliveries.latestFirst());
        return inputs.table(DELIVERIES)
                .where(parameters.wanted(DAY.col()))
                .withColumn("_delivery", row_number().over(sample))
                .where(col("_delivery").equalTo(1))
                .withColumn(HOUR_AT.name(), date_trunc("HOUR", col("measured_at")))
                .groupBy(RESOURCE_ID.col(), METRIC.col(), HOUR_AT.col(), DAY.col())
                .agg(
                        count(lit(1)).as(SAMPLES.name()),
                        avg("used").as(USED_MEAN.name()),
                        min("used").as(USED_MIN.name()),
                        max("used").as(USED_MAX.name()),
                        max_by(col("capacity"), col("measured_at")).as(CAPACITY.name()),
                        max_by(col("unit"), col("measured_at")).as(UNIT.name()))
                .select(CONTRACT.columns());
    }
}
