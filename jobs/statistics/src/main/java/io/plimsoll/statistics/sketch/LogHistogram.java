package io.plimsoll.statistics.sketch;

import java.util.Arrays;

/**
 * How many values fell into each of the buckets of which a bucket is at most 2 % wide: quantiles of any size of sample, of which
 * each lies within 1 % of the sample's own value. Histograms add up: the sum of any split of a sample, in any order, is the same
 * histogram with the same bytes. Immutable.
 *
 * <p>DDSketch without a limit of buckets (Masson, Rim, Lee: DDSketch, a fast and fully mergeable quantile sketch with
 * relative-error guarantees, VLDB 2019), relative accuracy 0.01. Values between two powers of ten take at most 117 buckets.
 * Values are finite doubles of either sign; magnitudes below {@link Double#MIN_NORMAL} count as zero.
 */
public final class LogHistogram {

    /** Largest relative distance between a quantile and the sample's value that it stands for. */
    public static final double RELATIVE_ERROR = 0.01;

    private static final LogHistogram EMPTY = new LogHistogram(new int[0], new long[0]);

    private final int[] buckets;
    private final long[] counts;
    private final long count;

    /** Takes ascending buckets and their counts, all above 0, without copying. */
    LogHistogram(int[] buckets, long[] counts) {
        this.buckets = buckets;
        this.counts = counts;
        long sum = 0;
        for (long one : counts) {
            sum = Math.addExact(sum, one);
        }
        this.count = sum;
    }

    /** The histogram of no value. */
    public static LogHistogram empty() {
        return EMPTY;
    }

    /**
     * The histogram of the given values.
     *
     * @throws IllegalArgumentException for NaN and infinite values
     */
    public static LogHistogram of(double... values) {
        LogHistogramBuilder builder = new LogHistogramBuilder();
        for (double value : values) {
            builder.add(value);
        }
        return builder.build();
    }

    /**
     * The histogram that {@link #encoded()} wrote.
     *
     * @throws IllegalArgumentException when the bytes are not a histogram
     */
    public static LogHistogram decoded(byte[] bytes) {
        return HistogramBytes.read(bytes);
    }

    /** Compact bytes, equal for equal histograms; about two a bucket. */
    public byte[] encoded() {
        return HistogramBytes.write(buckets, counts, buckets.length);
    }

    /** How many values were added. */
    public long count() {
        return count;
    }

    /**
     * The histogram of both samples together.
     *
     * @throws ArithmeticException when the counts exceed a long
     */
    public LogHistogram plus(LogHistogram other) {
        int[] merged = new int[buckets.length + other.buckets.length];
        long[] sums = new long[merged.length];
        int size = 0;
        int left = 0;
        int right = 0;
        while (left < buckets.length || right < other.buckets.length) {
            int bucket = Math.min(bucketAt(left), other.bucketAt(right));
            long sum = 0;
            if (bucketAt(left) == bucket) {
                sum = counts[left++];
            }
            if (other.bucketAt(right) == bucket) {
                sum = Math.addExact(sum, other.counts[right++]);
            }
            merged[size] = bucket;
            sums[size++] = sum;
        }
        return new LogHistogram(Arrays.copyOf(merged, size), Arrays.copyOf(sums, size));
    }

    /**
     * The value of rank {@code floor(1 + q (count - 1))} of the sample in ascending order, within {@link #RELATIVE_ERROR} of it.
     *
     * @param q in [0,1]; 0 is the smallest value, 0.5 the lower median, 1 the largest
     * @throws IllegalArgumentException when q lies outside [0,1]
     * @throws IllegalStateException when the histogram is empty
     */
    public double quantile(double q) {
        if (!(q >= 0 && q <= 1)) {
            throw new IllegalArgumentException("quantile " + q + " lies outside [0,1]");
        }
        if (count == 0) {
            throw new IllegalStateException("no value was added, so there is no quantile");
        }
        long rank = (long) Math.floor(q * (count - 1));
        int position = 0;
        for (long before = counts[0]; before <= rank; before += counts[position]) {
            position++;
        }
        return LogBuckets.middle(buckets[position]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LogHistogram that
                && Arrays.equals(buckets, that.buckets)
                && Arrays.equals(counts, that.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(buckets) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        return "LogHistogram of " + count + " values in " + buckets.length + " buckets";
    }

    /** Hands over every bucket with its count, ascending. */
    void forEach(BucketCount action) {
        for (int i = 0; i < buckets.length; i++) {
            action.accept(buckets[i], counts[i]);
        }
    }

    /** Takes a bucket and how many values it holds. */
    @FunctionalInterface
    interface BucketCount {
        void accept(int bucket, long count);
    }

    private int bucketAt(int position) {
        return position < buckets.length ? buckets[position] : Integer.MAX_VALUE;
    }
}
