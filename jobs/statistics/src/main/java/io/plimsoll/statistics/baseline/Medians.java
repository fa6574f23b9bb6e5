package io.plimsoll.statistics.baseline;

import java.util.Arrays;

/** Middle values. */
final class Medians {
    private Medians() {}

    /** The median; reorders the array, which is not empty. */
    static double of(double[] values) {
        Arrays.sort(values);
        int middle = values.length / 2;
        return values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
    }
}
