package io.plimsoll.statistics.baseline;

import io.plimsoll.statistics.interval.Sample;
import java.util.Arrays;

/** Values received so far, in time order. */
final class TimedValues {
    private static final int FIRST_SIZE = 64;
    private static final int NEAREST = 1;

    private long[] seconds = new long[FIRST_SIZE];
    private double[] values = new double[FIRST_SIZE];
    private int size;

    void add(long second, double value) {
        if (size == values.length) {
            seconds = Arrays.copyOf(seconds, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        seconds[size] = second;
        values[size] = value;
        size++;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    long firstSecond() {
        return seconds[0];
    }

    long lastSecond() {
        return seconds[size - 1];
    }

    /** Median of the values since a time, at least the last one. */
    double medianSince(long second) {
        return median(Math.min(firstAtOrAfter(second), size - 1), size);
    }

    /** Median of the up to three values nearest to a time, none farther than the reach; NaN when there is none. */
    double near(long second, long reach) {
        int at = firstAtOrAfter(second);
        if (at == size || seconds[at] - second > reach) {
            return Double.NaN;
        }
        int from = at;
        while (from > Math.max(0, at - NEAREST) && second - seconds[from - 1] <= reach) {
            from--;
        }
        int to = at + 1;
        while (to < Math.min(size, at + NEAREST + 1) && seconds[to] - second <= reach) {
            to++;
        }
        return median(from, to);
    }

    private double median(int from, int to) {
        return Sample.of(Arrays.copyOfRange(values, from, to)).orElseThrow().median();
    }

    private int firstAtOrAfter(long second) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (seconds[middle] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
