package io.plimsoll.silver;

import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;

/** Which of several deliveries of one key stands. */
final class Deliveries {

    private Deliveries() {}

    /**
     * The order in which the first delivery of a key is the one that stands: the newest {@code updated_at} where rows carry
     * it, else the last to arrive (batch, then path, then row number).
     */
    static Column[] latestFirst() {
        return new Column[] {
            col("updated_at").desc_nulls_last(),
            col("batch_id").desc(),
            col("path").desc(),
            col("row_number").desc()
        };
    }

    /** The same order, the first delivery first. */
    static Column[] oldestFirst() {
        return new Column[] {
            col("updated_at").asc_nulls_first(),
            col("batch_id").asc(),
            col("path").asc(),
            col("row_number").asc()
        };
    }
}
