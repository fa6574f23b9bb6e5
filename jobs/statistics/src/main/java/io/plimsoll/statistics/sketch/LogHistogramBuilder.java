package io.plimsoll.statistics.sketch;

import java.util.Arrays;

/**
 * Collects values for a {@link LogHistogram}. The builder may be cleared and filled again, so that a pass over many groups
 * allocates once. Not safe for use by several threads.
 */
public final class LogHistogramBuilder {

    /** Both windows, zero, and the free place that {@link BucketWindow#copyTo} wants. */
    private static final int MOST_RUNS = 2 * BucketWindow.WIDTH + 2;

    private final BucketWindow negative = new BucketWindow();
    private long zeros;
    private final BucketWindow positive = new BucketWindow();
    private final int[] runBuckets = new int[MOST_RUNS];
    private final long[] runCounts = new long[MOST_RUNS];
    private LogHistogram settled = LogHistogram.empty();

    /**
     * Adds one value.
     *
     * @throws IllegalArgumentException for NaN and infinite values
     */
    public void add(double value) {
        count(LogBuckets.of(value), 1);
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
            count(bucket, times);
        }
    }

    /** Adds all values of a histogram. */
    public void add(LogHistogram histogram) {
        histogram.forEach(this::count);
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
        return HistogramBytes.write(runBuckets, runCounts, runs());
    }

    /** Forgets what was added. */
    public void clear() {
        clearWindows();
        settled = LogHistogram.empty();
    }

    private void count(int bucket, long times) {
        if (bucket == 0) {
            zeros = Math.addExact(zeros, times);
            return;
        }
        BucketWindow window = bucket < 0 ? negative : positive;
        if (!window.add(bucket, times)) {
            settle();
            window.add(bucket, times);
        }
    }

    private void settle() {
        int runs = runs();
        if (runs > 0) {
            settled = settled.plus(new LogHistogram(Arrays.copyOf(runBuckets, runs), Arrays.copyOf(runCounts, runs)));
            clearWindows();
        }
    }

    /** Writes what the windows hold as runs in ascending order; returns how many there are. */
    private int runs() {
        int runs = negative.copyTo(runBuckets, runCounts, 0);
        if (zeros > 0) {
            runBuckets[runs] = 0;
            runCounts[runs++] = zeros;
        }
        return positive.copyTo(runBuckets, runCounts, runs);
    }

    private void clearWindows() {
        negative.clear();
        zeros = 0;
        positive.clear();
    }
}
