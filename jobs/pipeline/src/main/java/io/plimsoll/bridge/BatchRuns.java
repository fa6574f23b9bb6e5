package io.plimsoll.bridge;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * One part of {@link RollupParts#SCHEMA} for each run of neighbouring rows with the same indicator, tool and hour or day. The
 * batches' columns are sli_id, tool, the row's instant, then its figures; sorted rows give one part an hour or day.
 */
final class BatchRuns implements Iterator<InternalRow> {

    private static final int INSTANT = 2;

    private final Iterator<ColumnarBatch> batches;
    private final long lengthMicros;
    private final BatchFigures figures;
    private final SlotTotals totals = new SlotTotals();
    private final RunKey sliId = new RunKey();
    private final RunKey tool = new RunKey();
    private long startMicros;
    private @Nullable ColumnarBatch batch;
    private int row;

    /**
     * @param batches the rows
     * @param lengthMicros of an hour or a day
     * @param figures how a row's figures are added
     */
    BatchRuns(Iterator<ColumnarBatch> batches, long lengthMicros, BatchFigures figures) {
        this.batches = batches;
        this.lengthMicros = lengthMicros;
        this.figures = figures;
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
        startMicros = Math.floorDiv(first.column(INSTANT).getLong(row), lengthMicros) * lengthMicros;
        ColumnarBatch rows = first;
        while (rows != null && addWhileSame(rows)) {
            rows = current();
        }
        return part();
    }

    /** The batch that holds the next row; null behind the last. */
    private @Nullable ColumnarBatch current() {
        while (batch == null || row == batch.numRows()) {
            if (!batches.hasNext()) {
                return null;
            }
            batch = batches.next();
            row = 0;
            sliId.read(batch.column(0));
            tool.read(batch.column(1));
            figures.read(batch);
        }
        return batch;
    }

    /** Adds the run's rows of a batch; whether the run may go on in the next batch. */
    private boolean addWhileSame(ColumnarBatch rows) {
        ColumnVector instants = rows.column(INSTANT);
        int end = rows.numRows();
        for (; row < end; row++) {
            long offset = instants.getLong(row) - startMicros;
            if (offset < 0 || offset >= lengthMicros || !sliId.isAt(row) || !tool.isAt(row)) {
                return false;
            }
            figures.add(row, totals);
        }
        return true;
    }

    private InternalRow part() {
        @Nullable Object[] sums = totals.figures();
        @Nullable Object[] part = new @Nullable Object[RollupParts.KEY_COLUMNS + sums.length];
        part[0] = sliId.value();
        part[1] = tool.value();
        part[INSTANT] = startMicros;
        System.arraycopy(sums, 0, part, RollupParts.KEY_COLUMNS, sums.length);
        return new GenericInternalRow(part);
    }
}
