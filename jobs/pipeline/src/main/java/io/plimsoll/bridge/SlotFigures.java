package io.plimsoll.bridge;

import static java.util.Objects.requireNonNull;

import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/** The figures of slots: good, total, value. */
final class SlotFigures implements BatchFigures {

    private @Nullable ColumnVector good;
    private @Nullable ColumnVector total;
    private @Nullable ColumnVector value;

    @Override
    public void read(ColumnarBatch batch) {
        good = batch.column(RollupParts.KEY_COLUMNS);
        total = batch.column(RollupParts.KEY_COLUMNS + 1);
        value = batch.column(RollupParts.KEY_COLUMNS + 2);
    }

    @Override
    public void add(int row, SlotTotals totals) {
        totals.addSlot();
        if (!requireNonNull(good).isNullAt(row) && !requireNonNull(total).isNullAt(row)) {
            totals.addCounts(good.getLong(row), total.getLong(row));
        }
        if (!requireNonNull(value).isNullAt(row)) {
            totals.addValue(value.getDouble(row));
        }
    }
}
