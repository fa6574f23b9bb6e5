package io.plimsoll.statistics.forecast.model;

/** A straight line over the steps: {@code at(i) = intercept + slope · i}, step 0 being the first value. */
record Line(double intercept, double slope) {
    /** The least squares line of the first {@code end} values, at least two. */
    static Line of(double[] values, int end) {
        double middle = (end - 1) / 2.0;
        double sum = 0;
        double product = 0;
        for (int i = 0; i < end; i++) {
            sum += values[i];
            product += (i - middle) * values[i];
        }
        double slope = product * 12 / ((double) end * ((double) end * end - 1));
        return new Line(sum / end - slope * middle, slope);
    }

    double at(double step) {
        return intercept + slope * step;
    }
}
