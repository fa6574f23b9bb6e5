package io.plimsoll.statistics.sketch;

import java.util.Arrays;

/**
 * Collects values for a {@link LogHistogram}. The builder may be cleared and filled again, so that a pass over many groups
 * allocates once. Not safe for use by several threads.
 */
public final class LogHistogramBuilder {

    private static final int PENDING = 512;

    /** Buckets of single values in order of arrival; sorted and counted when they are full or wanted. */
    private final int[] pending = new int[PENDING];

    private int pendingSize;
    private final int[] runBuckets = new int[PENDING];
    private final long[] runCounts = new long[PENDING];
    private LogHistogram settled = LogHistogram.empty();

    /**
     * Adds one value.
     *
     * @throws IllegalArgumentException for NaN and infinite values
     */
    public void add(double value) {
        if (pendingSize == PENDING) {
            settle();
        }
        pending[pendingSize++] = LogBuckets.of(value);
    }

    /**
     * Adds a value as often as {@code times} says.
     *
     * @param times how often, at least 0
     * @throws IllegalArgumentException for NaN, infinite values and a negative {@code times}
     */
    public void add(double value, long times) {
        if (times < 0) {
            throw new IllegalArgumentException("a value cannot be added " + times + " times");
        }
        int bucket = LogBuckets.of(value);
        if (times > 0) {
            settled = settled.plus(new LogHistogram(new int[] {bucket}, new long[] {times}));
        }
    }

    /** Adds all values of a histogram. */
    public void add(LogHistogram histogram) {
        settled = settled.plus(histogram);
    }

    /** What was added since the start or the last {@link #clear()}. */
    public LogHistogram build() {
        settle();
        return settled;
    }

    /** The same as {@code build().encoded()}, without the histogram in between where there is no need for it. */
    public byte[] encoded() {
        if (settled.count() > 0) {
            return build().encoded();
        }
        return HistogramBytes.write(runBuckets, runCounts, countPending());
    }

    /** Forgets what was added. */
    public void clear() {
        pendingSize = 0;
        settled = LogHistogram.empty();
    }

    private void settle() {
        if (pendingSize > 0) {
            int runs = countPending();
            settled = settled.plus(new LogHistogram(Arrays.copyOf(runBuckets, runs), Arrays.copyOf(runCounts, runs)));
            pendingSize = 0;
        }
    }

    /** Sorts the pending buckets into runs; returns how many there are. */
    private int countPending() {
        Arrays.sort(pending, 0, pendingSize);
        int runs = 0;
        for (int i = 0; i < pendingSize; i++) {
            if (runs > 0 && runBuckets[runs - 1] == pending[i]) {
                runCounts[runs - 1]++;
            } else {
                runBuckets[runs] = pending[i];
                runCounts[runs++] = 1;
            }
        }
        return runs;
    }
}
