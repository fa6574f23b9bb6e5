package io.plimsoll.bridge;

import java.util.Arrays;
import org.apache.spark.sql.Row;

/** Points of one series in primitive arrays, which the next series uses again; the last steps only, however long the series is. */
final class SeriesPoints {

    private static final int FIRST_ROOM = 512;

    private final int longest;
    private final double[][] values;
    private long[] steps = new long[FIRST_ROOM];
    private int count;

    SeriesPoints(int valueCount, int longest) {
        this.longest = longest;
        this.values = new double[valueCount][FIRST_ROOM];
    }

    void clear() {
        count = 0;
    }

    boolean isEmpty() {
        return count == 0;
    }

    long lastStep() {
        return steps[count - 1];
    }

    /** Adds a point after the last. */
    void add(long step, Row point, int firstValue) {
        if (count == steps.length) {
            makeRoom(step);
        }
        steps[count] = step;
        for (int i = 0; i < values.length; i++) {
            values[i][count] = point.isNullAt(firstValue + i) ? Double.NaN : point.getDouble(firstValue + i);
        }
        count++;
    }

    /** The points on an even grid, from the first of those that are held. */
    Series series(Row key) {
        int from = firstHeld(lastStep());
        long firstStep = steps[from];
        double[][] grid = new double[values.length][(int) (lastStep() - firstStep + 1)];
        for (int i = 0; i < values.length; i++) {
            Arrays.fill(grid[i], Double.NaN);
            for (int point = from; point < count; point++) {
                grid[i][(int) (steps[point] - firstStep)] = values[i][point];
            }
        }
        return new Series(key, firstStep, grid);
    }

    /** Drops what no longer counts; what is left is at most {@code longest} points, so that room grows at most to twice as many. */
    private void makeRoom(long nextStep) {
        int from = firstHeld(nextStep);
        int kept = count - from;
        int room = 2 * kept > steps.length ? 2 * steps.length : steps.length;
        steps = Arrays.copyOf(Arrays.copyOfRange(steps, from, count), room);
        for (int i = 0; i < values.length; i++) {
            values[i] = Arrays.copyOf(Arrays.copyOfRange(values[i], from, count), room);
        }
        count = kept;
    }

    private int firstHeld(long lastStep) {
        int from = 0;
        while (from < count && steps[from] <= lastStep - longest) {
            from++;
        }
        return from;
    }
}
