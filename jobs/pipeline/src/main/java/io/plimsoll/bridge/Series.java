package io.plimsoll.bridge;

import java.util.Arrays;
import org.apache.spark.sql.Row;

/**
 * One series as its points lie in time: a value for each step from its first point on.
 *
 * @param key the key columns' values, in the order in which they were named
 * @param firstStep step of the first values
 * @param values for each value column an array with a number for each step; NaN where there is no point, or its value is null
 */
public record Series(Row key, long firstStep, double[][] values) {

    /** The step after the last point. */
    public long endStep() {
        return firstStep + values[0].length;
    }

    /** The values of a column up to a step, which is not in it: cut off there, or NaN from the last point on. */
    public double[] until(int column, long step) {
        int length = Math.toIntExact(Math.max(0, step - firstStep));
        double[] padded = Arrays.copyOf(values[column], length);
        if (length > values[column].length) {
            Arrays.fill(padded, values[column].length, length, Double.NaN);
        }
        return padded;
    }
}
