package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.unix_micros;

import java.util.Arrays;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF3;
import org.apache.spark.sql.types.DataTypes;

/**
 * Of neighbouring slots with one key the first. A window function gives the same, but keeps a buffer for every key, and nearly
 * every slot is delivered once: it costs as much as reading and sorting the rows.
 */
public final class Neighbours {

    private Neighbours() {}

    /**
     * The rows whose key is not that of the row before them.
     *
     * @param sorted rows of which each partition is sorted by the three columns, then by which of equal ones stands
     * @param sliId STRING, never null
     * @param tool STRING, never null
     * @param measuredAt TIMESTAMP, never null
     */
    public static Dataset<Row> firstOfEach(Dataset<Row> sorted, Column sliId, Column tool, Column measuredAt) {
        return sorted.where(udf(new NewKey(), DataTypes.BooleanType)
                .asNondeterministic()
                .apply(sliId.cast(DataTypes.BinaryType), tool.cast(DataTypes.BinaryType), unix_micros(measuredAt)));
    }

    /** Whether a row begins a key. Each task has its own and shows it the rows of its partitions one after another. */
    private static final class NewKey implements UDF3<byte[], byte[], Long, Boolean> {

        private static final long serialVersionUID = 1L;

        private byte[] sliId = {};
        private byte[] tool = {};
        private long micros;
        private boolean begun;

        @Override
        public Boolean call(byte[] rowSliId, byte[] rowTool, Long rowMicros) {
            boolean same =
                    begun && rowMicros == micros && Arrays.equals(rowSliId, sliId) && Arrays.equals(rowTool, tool);
            sliId = rowSliId;
            tool = rowTool;
            micros = rowMicros;
            begun = true;
            return !same;
        }
    }
}
