package io.plimsoll.lake;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.storage.StorageLevel;

/**
 * Rows that are computed once, by whoever reads them first, and held until closed. What is asked of them is planned on the held rows
 * alone: a plan of many tables would otherwise be analysed and compared anew with each question.
 */
public final class HeldRows implements AutoCloseable {

    private final Dataset<Row> computed;
    private final Dataset<Row> rows;

    private HeldRows(Dataset<Row> computed, Dataset<Row> rows) {
        this.computed = computed;
        this.rows = rows;
    }

    /** Holds the rows, on disk where there is no memory. */
    public static HeldRows of(Dataset<Row> computed) {
        var held = (org.apache.spark.sql.classic.Dataset<Row>) computed.persist(StorageLevel.MEMORY_AND_DISK());
        return new HeldRows(
                held,
                Dataset$.MODULE$.ofRows(
                        held.sparkSession(), held.queryExecution().withCachedData()));
    }

    /** The rows. */
    public Dataset<Row> rows() {
        return rows;
    }

    @Override
    public void close() {
        computed.unpersist();
    }
}
