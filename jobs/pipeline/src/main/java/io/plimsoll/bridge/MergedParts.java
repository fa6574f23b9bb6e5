package io.plimsoll.bridge;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** Rows of {@link RollupParts#SCHEMA} in which neighbours with one key are added up. */
final class MergedParts implements Iterator<Row> {

    private final Iterator<Row> parts;
    private final SlotTotals totals = new SlotTotals();
    private @Nullable Row ahead;

    MergedParts(Iterator<Row> parts) {
        this.parts = parts;
        this.ahead = following();
    }

    @Override
    public boolean hasNext() {
        return ahead != null;
    }

    /** A part that stands alone is passed on as it is: most do. */
    @Override
    public Row next() {
        Row first = ahead;
        if (first == null) {
            throw new NoSuchElementException();
        }
        ahead = following();
        return ahead != null && sameKey(first, ahead) ? sum(first) : first;
    }

    private Row sum(Row first) {
        totals.clear();
        totals.addPart(first);
        while (ahead != null && sameKey(first, ahead)) {
            totals.addPart(ahead);
            ahead = following();
        }
        @Nullable Object[] figures = totals.figures();
        @Nullable Object[] row = new @Nullable Object[RollupParts.KEY_COLUMNS + figures.length];
        for (int i = 0; i < RollupParts.KEY_COLUMNS; i++) {
            row[i] = first.get(i);
        }
        System.arraycopy(figures, 0, row, RollupParts.KEY_COLUMNS, figures.length);
        return RowFactory.create(row);
    }

    private @Nullable Row following() {
        return parts.hasNext() ? parts.next() : null;
    }

    private static boolean sameKey(Row one, Row other) {
        return one.getLong(2) == other.getLong(2)
                && one.getString(0).equals(other.getString(0))
                && one.getString(1).equals(other.getString(1));
    }
}
