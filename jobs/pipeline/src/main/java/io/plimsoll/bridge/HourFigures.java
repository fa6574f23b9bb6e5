package io.plimsoll.bridge;

import static java.util.Objects.requireNonNull;

import io.plimsoll.statistics.sketch.LogHistogram;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * The figures of hours, as {@link SliRollup#hours} gives them: slots, good, total, bad_slots, value_count, value_sum, value_min,
 * value_max, value_histogram.
 */
final class HourFigures implements BatchFigures {

    private static final int SLOTS = RollupParts.KEY_COLUMNS;
    private static final int GOOD = SLOTS + 1;
    private static final int TOTAL = SLOTS + 2;
    private static final int BAD_SLOTS = SLOTS + 3;
    private static final int VALUE_COUNT = SLOTS + 4;
    private static final int VALUE_SUM = SLOTS + 5;
    private static final int VALUE_MIN = SLOTS + 6;
    private static final int VALUE_MAX = SLOTS + 7;
    private static final int VALUE_HISTOGRAM = SLOTS + 8;

    private @Nullable ColumnarBatch batch;

    @Override
    public void read(ColumnarBatch next) {
        batch = next;
    }

    @Override
    public void add(int row, SlotTotals totals) {
        ColumnarBatch hours = requireNonNull(batch);
        totals.addSlots(hours.column(SLOTS).getLong(row));
        ColumnVector good = hours.column(GOOD);
        if (!good.isNullAt(row)) {
            totals.addCounts(
                    good.getLong(row),
                    hours.column(TOTAL).getLong(row),
                    hours.column(BAD_SLOTS).getLong(row));
        }
        ColumnVector count = hours.column(VALUE_COUNT);
        if (!count.isNullAt(row)) {
            totals.addValues(
                    count.getLong(row),
                    hours.column(VALUE_SUM).getDouble(row),
                    hours.column(VALUE_MIN).getDouble(row),
                    hours.column(VALUE_MAX).getDouble(row),
                    LogHistogram.decoded(hours.column(VALUE_HISTOGRAM).getBinary(row)));
        }
    }
}
