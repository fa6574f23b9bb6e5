package io.plimsoll.statistics.sketch;

import java.util.Arrays;

/** Counts of neighbouring buckets in a plain array, which lies around the first bucket that is counted after it was empty. */
final class BucketWindow {

    /** Almost sixty powers of two; what one indicator measures hardly ever spans more. */
    static final int WIDTH = 2048;

    private final long[] counts = new long[WIDTH];
    private int start;
    /** Positions of the lowest and the highest count; the lowest lies above the highest while the window is empty. */
    private int lowest = WIDTH;

    private int highest = -1;

    /** Counts values of a bucket; false, and nothing is done, when the bucket lies outside the window. */
    boolean add(int bucket, long times) {
        if (isEmpty()) {
            start = bucket - WIDTH / 2;
        }
        int position = bucket - start;
        if (position < 0 || position >= WIDTH) {
            return false;
        }
        counts[position] = Math.addExact(counts[position], times);
        lowest = Math.min(lowest, position);
        highest = Math.max(highest, position);
        return true;
    }

    boolean isEmpty() {
        return lowest > highest;
    }

    /**
     * Appends the buckets that have a count, ascending, and their counts; returns the new size. An empty bucket is written too and
     * then overwritten, for a branch that no processor can foretell costs more; so one place behind the end must be free.
     */
    int copyTo(int[] buckets, long[] bucketCounts, int size) {
        int end = size;
        for (int position = lowest; position <= highest; position++) {
            long count = counts[position];
            buckets[end] = start + position;
            bucketCounts[end] = count;
            end += count == 0 ? 0 : 1;
        }
        return end;
    }

    void clear() {
        if (!isEmpty()) {
            Arrays.fill(counts, lowest, highest + 1, 0);
            lowest = WIDTH;
            highest = -1;
        }
    }
}
