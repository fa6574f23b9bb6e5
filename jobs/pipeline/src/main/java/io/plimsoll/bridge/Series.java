package io.plimsoll.bridge;

import java.util.Arrays;
import org.apache.spark.sql.Row;

/** One series as its points lie in time: a value for each step from its first point on. */
public final class Series {

    private final Row key;
    private final long firstStep;
    private final double[][] values;

    /**
     * A series.
     *
     * @param key the key columns' values, in the order in which they were named
     * @param firstStep step of the first values
     * @param values for each value column, of which there is at least one, a number for each step; not copied
     */
    Series(Row key, long firstStep, double[][] values) {
        this.key = key;
        this.firstStep = firstStep;
        this.values = values;
    }

    /** The key columns' values, in the order in which they were named. */
    public Row key() {
        return key;
    }

    /** The step of the first point. */
    public long firstStep() {
        return firstStep;
    }

    /** The step after the last point. */
    public long endStep() {
        return firstStep + values[0].length;
    }

    /**
     * The values of a column, one a step: NaN where there is no point, or its value is null.
     *
     * @param end the step before which they end: later points are cut off, missing ones are NaN
     */
    public double[] until(int column, long end) {
        int length = Math.toIntExact(Math.max(0, end - firstStep));
        double[] padded = Arrays.copyOf(values[column], length);
        if (length > values[column].length) {
            Arrays.fill(padded, values[column].length, length, Double.NaN);
        }
        return padded;
    }
}
