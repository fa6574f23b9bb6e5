package io.plimsoll.benchmarks.forecast;

import java.util.Arrays;

/**
 * A series to forecast and what came after it.
 *
 * @param period of the scores' naive forecast, 1 for none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Case(double[] known, double[] actual, int period) {
    /** Cuts the last {@code horizon} values off {@code values[from, to)}. */
    static Case cut(double[] values, int from, int to, int horizon, int period) {
        return new Case(
                Arrays.copyOfRange(values, from, to - horizon), Arrays.copyOfRange(values, to - horizon, to), period);
    }

    /** The mean absolute error of the (seasonal) naive forecast within the known values, which scales MASE and MSIS. */
    double scale() {
        double sum = 0;
        for (int i = period; i < known.length; i++) {
            sum += Math.abs(known[i] - known[i - period]);
        }
        return sum / (known.length - period);
    }
}
