package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.sketch.ExactSum;
import java.io.Serializable;
import java.util.Iterator;
import java.util.function.Supplier;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * Slots of indicators added up by hour and by day in one pass over the files as they are sorted. Every figure, quantiles and
 * sums of doubles included, is the same for every order and split of the input.
 *
 * <p>The results' columns are sli_id, tool, start_at (TIMESTAMP, start of the hour or day), slots, good, total, bad_slots,
 * value_count, value_sum, value_min, value_max, value_histogram; good, total and bad_slots are null without a slot of counts, the
 * others without a slot of a value.
 */
public final class SliRollup {

    /** Start of the hour or day of a row. */
    public static final String START_AT = "start_at";

    private static final String VALUE_SUM = "value_sum";
    private static final long HOUR_MICROS = 3_600_000_000L;

    private static final UserDefinedFunction SUM_OF_PARTS =
            udf((UDF1<byte[], @Nullable Double>) SliRollup::sumOfParts, DataTypes.DoubleType);

    private SliRollup() {}

    /**
     * A row an indicator, tool and UTC hour.
     *
     * @param slots rows with sli_id, tool, measured_at, good, total, value; fastest when they are read from files and sorted by
     *     sli_id, tool, measured_at
     */
    public static Dataset<Row> hours(Dataset<Row> slots) {
        Dataset<Row> narrow = slots.select("sli_id", "tool", "measured_at", "good", "total", "value");
        return runs(narrow, HOUR_MICROS, SlotFigures::new);
    }

    /**
     * A row an indicator, tool and UTC day.
     *
     * @param hours rows as {@link #hours} gives them, with the start of the hour as {@code hour_at}; fastest when they are read
     *     from files and sorted by sli_id, tool, hour_at
     */
    public static Dataset<Row> days(Dataset<Row> hours) {
        Dataset<Row> narrow = hours.select(
                "sli_id",
                "tool",
                "hour_at",
                "slots",
                "good",
                "total",
                "bad_slots",
                "value_count",
                VALUE_SUM,
                "value_min",
                "value_max",
                "value_histogram");
        return runs(narrow, RollupParts.DAY_MICROS, HourFigures::new);
    }

    private static Dataset<Row> runs(Dataset<Row> rows, long lengthMicros, Figures ofRows) {
        JavaRDD<InternalRow> parts = ColumnBatches.of(rows)
                .mapPartitions((FlatMapFunction<Iterator<ColumnarBatch>, InternalRow>)
                        batches -> new BatchRuns(batches, lengthMicros, ofRows.get()));
        SparkSession session = (SparkSession) rows.sparkSession();
        return figures(RollupParts.merged(session.internalCreateDataFrame(parts.rdd(), RollupParts.SCHEMA, false)));
    }

    private static Dataset<Row> figures(Dataset<Row> parts) {
        return parts.withColumn(START_AT, timestamp_micros(col(RollupParts.START_MICROS)))
                .withColumn(VALUE_SUM, SUM_OF_PARTS.apply(col(RollupParts.SUM_PARTS)))
                .drop(RollupParts.START_MICROS, RollupParts.SUM_PARTS);
    }

    private static @Nullable Double sumOfParts(byte @Nullable [] parts) {
        if (parts == null) {
            return null;
        }
        ExactSum sum = new ExactSum();
        sum.addEncoded(parts);
        return sum.value();
    }

    /** Figures to read with, one a task. */
    private interface Figures extends Supplier<BatchFigures>, Serializable {}
}
