package io.plimsoll.bridge;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * One part of {@link RollupParts#SCHEMA} for each run of neighbouring slots with the same indicator, tool and hour. The batches'
 * columns are sli_id, tool, measured_at, good, total, value; sorted slots give one part an hour.
 */
final class SlotRuns implements Iterator<InternalRow> {

    private static final long HOUR_MICROS = 3_600_000_000L;

    private final Iterator<ColumnarBatch> batches;
    private final SlotTotals totals = new SlotTotals();
    private final RunKey sliId = new RunKey();
    private final RunKey tool = new RunKey();
    private long hour;
    private @Nullable ColumnarBatch batch;
    private int row;

    SlotRuns(Iterator<ColumnarBatch> batches) {
        this.batches = batches;
    }

    @Override
    public boolean hasNext() {
        return current() != null;
    }

    @Override
    public InternalRow next() {
        ColumnarBatch first = current();
        if (first == null) {
            throw new NoSuchElementException();
        }
        totals.clear();
        sliId.begin(row);
        tool.begin(row);
        hour = hourOf(first.column(2).getLong(row));
        ColumnarBatch slots = first;
        while (slots != null && addWhileSame(slots)) {
            slots = current();
        }
        return part();
    }

    /** The batch that holds the next slot; null behind the last. */
    private @Nullable ColumnarBatch current() {
        while (batch == null || row == batch.numRows()) {
            if (!batches.hasNext()) {
                return null;
            }
            batch = batches.next();
            row = 0;
            sliId.read(batch.column(0));
            tool.read(batch.column(1));
        }
        return batch;
    }

    /** Adds the run's slots of a batch; whether the run may go on in the next batch. */
    private boolean addWhileSame(ColumnarBatch slots) {
        ColumnVector measuredAt = slots.column(2);
        ColumnVector good = slots.column(3);
        ColumnVector total = slots.column(4);
        ColumnVector value = slots.column(5);
        long from = hour * HOUR_MICROS;
        int rows = slots.numRows();
        for (; row < rows; row++) {
            long offset = measuredAt.getLong(row) - from;
            if (offset < 0 || offset >= HOUR_MICROS || !sliId.isAt(row) || !tool.isAt(row)) {
                return false;
            }
            totals.addSlot();
            if (!good.isNullAt(row) && !total.isNullAt(row)) {
                totals.addCounts(good.getLong(row), total.getLong(row));
            }
            if (!value.isNullAt(row)) {
                totals.addValue(value.getDouble(row));
            }
        }
        return true;
    }

    private InternalRow part() {
        @Nullable Object[] figures = totals.figures();
        @Nullable Object[] part = new @Nullable Object[RollupParts.KEY_COLUMNS + figures.length];
        part[0] = sliId.value();
        part[1] = tool.value();
        part[2] = hour * HOUR_MICROS;
        System.arraycopy(figures, 0, part, RollupParts.KEY_COLUMNS, figures.length);
        return new GenericInternalRow(part);
    }

    private static long hourOf(long micros) {
        return Math.floorDiv(micros, HOUR_MICROS);
    }
}
