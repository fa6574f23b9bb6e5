package io.plimsoll.bridge;

import io.plimsoll.statistics.sketch.ExactSum;
import io.plimsoll.statistics.sketch.LogHistogram;
import io.plimsoll.statistics.sketch.LogHistogramBuilder;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** The figures of one group of slots while it is read; cleared and used again for the next. */
final class SlotTotals {

    private long slots;
    private long countSlots;
    private long good;
    private long total;
    private long badSlots;
    private long valueCount;
    private double valueMin;
    private double valueMax;
    private final ExactSum valueSum = new ExactSum();
    private final LogHistogramBuilder histogram = new LogHistogramBuilder();

    void addSlot() {
        slots++;
    }

    void addSlots(long number) {
        slots += number;
    }

    /** Good and all events of a slot. */
    void addCounts(long slotGood, long slotTotal) {
        countSlots++;
        good = Math.addExact(good, slotGood);
        total = Math.addExact(total, slotTotal);
        if (slotGood < slotTotal) {
            badSlots++;
        }
    }

    /** Good, all events and bad slots of some slots with counts. */
    void addCounts(long someGood, long someTotal, long someBadSlots) {
        countSlots++;
        good = Math.addExact(good, someGood);
        total = Math.addExact(total, someTotal);
        badSlots += someBadSlots;
    }

    /** Some values at once: how many, their sum and bounds, and how they are spread. */
    void addValues(long count, double sum, double min, double max, LogHistogram spread) {
        widen(count, min, max);
        valueSum.add(sum);
        histogram.add(spread);
    }

    /** The value of a slot. */
    void addValue(double value) {
        widen(1, value, value);
        valueSum.add(value);
        histogram.add(value);
    }

    /** The figures of a row of {@link RollupParts#SCHEMA}. */
    void addPart(Row part) {
        int figure = RollupParts.KEY_COLUMNS;
        slots += part.getLong(figure);
        if (!part.isNullAt(figure + 1)) {
            addCounts(part.getLong(figure + 1), part.getLong(figure + 2), part.getLong(figure + 3));
        }
        if (!part.isNullAt(figure + 4)) {
            widen(part.getLong(figure + 4), part.getDouble(figure + 6), part.getDouble(figure + 7));
            valueSum.addEncoded(part.getAs(figure + 5));
            histogram.add(LogHistogram.decoded(part.getAs(figure + 8)));
        }
    }

    /** The figures behind the key in {@link RollupParts#SCHEMA}; null where no slot had counts, or none a value. */
    @Nullable
    Object[] figures() {
        boolean hasCounts = countSlots > 0;
        boolean hasValues = valueCount > 0;
        return new @Nullable Object[] {
            slots,
            hasCounts ? good : null,
            hasCounts ? total : null,
            hasCounts ? badSlots : null,
            hasValues ? valueCount : null,
            hasValues ? valueSum.encoded() : null,
            hasValues ? valueMin : null,
            hasValues ? valueMax : null,
            hasValues ? histogram.encoded() : null
        };
    }

    void clear() {
        slots = 0;
        countSlots = 0;
        good = 0;
        total = 0;
        badSlots = 0;
        valueCount = 0;
        valueSum.clear();
        histogram.clear();
    }

    private void widen(long count, double min, double max) {
        valueMin = valueCount == 0 ? min : Math.min(valueMin, min);
        valueMax = valueCount == 0 ? max : Math.max(valueMax, max);
        valueCount += count;
    }
}
