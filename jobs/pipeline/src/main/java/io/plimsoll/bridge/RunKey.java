package io.plimsoll.bridge;

import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * A text column in which a run of rows has one value. Parquet's dictionary numbers are compared where the batch has them, which
 * spares decoding the text of every row.
 */
final class RunKey {

    private static final int NO_ID = -1;

    private @Nullable ColumnVector texts;
    private @Nullable WritableColumnVector ids;
    private UTF8String value = UTF8String.EMPTY_UTF8;
    private int valueId = NO_ID;

    /** Goes on with the column of another batch; the run goes on too. */
    void read(ColumnVector column) {
        texts = column;
        ids = column instanceof WritableColumnVector vector && vector.hasDictionary()
                ? vector.getDictionaryIds()
                : null;
        valueId = NO_ID;
    }

    /** Begins a run with the value at a row. */
    void begin(int row) {
        value = text(row).copy();
        valueId = ids == null ? NO_ID : ids.getDictId(row);
    }

    /** Whether the run's value stands at a row. */
    boolean isAt(int row) {
        if (ids == null) {
            return text(row).equals(value);
        }
        int id = ids.getDictId(row);
        if (id == valueId) {
            return true;
        }
        if (!text(row).equals(value)) {
            return false;
        }
        valueId = id;
        return true;
    }

    UTF8String value() {
        return value;
    }

    private UTF8String text(int row) {
        if (texts == null) {
            throw new IllegalStateException("no column was read");
        }
        return texts.getUTF8String(row);
    }
}
