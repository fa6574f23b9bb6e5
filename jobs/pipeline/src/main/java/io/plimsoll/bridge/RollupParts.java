package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;

import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Parts of a rollup: figures of some slots of one indicator and tool in the hour or day that begins at {@code start_micros}.
 * Parts with one key add up to the same figures in every order, so it does not matter over how many files, tasks or deliveries
 * the slots were spread.
 */
final class RollupParts {

    static final String SLI_ID = "sli_id";
    static final String TOOL = "tool";
    static final String START_MICROS = "start_micros";
    static final String SUM_PARTS = "value_sum_parts";

    /** The key, then the figures in the order of {@link SlotTotals#figures()}. */
    static final StructType SCHEMA = new StructType()
            .add(SLI_ID, DataTypes.StringType, false)
            .add(TOOL, DataTypes.StringType, false)
            .add(START_MICROS, DataTypes.LongType, false)
            .add("slots", DataTypes.LongType, false)
            .add("good", DataTypes.LongType)
            .add("total", DataTypes.LongType)
            .add("bad_slots", DataTypes.LongType)
            .add("value_count", DataTypes.LongType)
            .add(SUM_PARTS, DataTypes.BinaryType)
            .add("value_min", DataTypes.DoubleType)
            .add("value_max", DataTypes.DoubleType)
            .add("value_histogram", DataTypes.BinaryType);

    static final int KEY_COLUMNS = 3;

    static final long DAY_MICROS = 86_400_000_000L;

    private RollupParts() {}

    /** One part a key; each day in one partition, sorted by indicator, tool and start. */
    static Dataset<Row> merged(Dataset<Row> parts) {
        Column day = floor(col(START_MICROS).divide(lit(DAY_MICROS)));
        return parts.repartition(day)
                .sortWithinPartitions(day, col(SLI_ID), col(TOOL), col(START_MICROS))
                .mapPartitions((MapPartitionsFunction<Row, Row>) MergedParts::new, Encoders.row(SCHEMA));
    }
}
