package io.plimsoll.statistics.timeline;

import java.util.Arrays;

/** Collects intervals in ascending order of their starts into merged bounds {@code from0, to0, from1, to1, ...}. */
final class BoundsBuilder {
    private long[] bounds;
    private int size;

    BoundsBuilder(int expectedIntervals) {
        bounds = new long[2 * Math.max(1, expectedIntervals)];
    }

    /** Appends {@code [from, to)}; touching and overlapping neighbours become one. Nothing happens when it is empty. */
    void append(long from, long to) {
        if (from >= to) {
            return;
        }
        if (size > 0 && from <= bounds[size - 1]) {
            bounds[size - 1] = Math.max(bounds[size - 1], to);
            return;
        }
        if (size == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * size);
        }
        bounds[size++] = from;
        bounds[size++] = to;
    }

    Timeline build() {
        return size == 0 ? Timeline.empty() : new Timeline(Arrays.copyOf(bounds, size));
    }
}
