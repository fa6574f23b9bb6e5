package io.plimsoll.statistics.forecast;

import org.apache.commons.math3.special.Erf;

/** The share of a standard normal distribution within a distance of 0, from a table: paths ask for it at each step. */
final class NormalShare {
    private static final double FARTHEST = 6;
    private static final int CELLS_A_UNIT = 200;
    private static final double[] SHARES = new double[(int) (FARTHEST * CELLS_A_UNIT) + 2];

    static {
        for (int i = 0; i < SHARES.length; i++) {
            SHARES[i] = Erf.erf(i / (CELLS_A_UNIT * Math.sqrt(2)));
        }
    }

    private NormalShare() {}

    /** {@code P(|Z| <= distance)} to 1e-5; 1 beyond six. */
    static double within(double distance) {
        if (distance >= FARTHEST) {
            return 1;
        }
        double place = distance * CELLS_A_UNIT;
        int cell = (int) place;
        return SHARES[cell] + (place - cell) * (SHARES[cell + 1] - SHARES[cell]);
    }
}
