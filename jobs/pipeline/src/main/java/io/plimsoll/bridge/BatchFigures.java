package io.plimsoll.bridge;

import org.apache.spark.sql.vectorized.ColumnarBatch;

/** The figures of the rows of one batch after another, behind the three columns of the key. */
interface BatchFigures {

    /** Goes on with another batch. */
    void read(ColumnarBatch batch);

    /** Adds a row of the batch. */
    void add(int row, SlotTotals totals);
}
