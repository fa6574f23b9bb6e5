package io.plimsoll.statistics.capacity;

import java.util.Optional;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * A straight line by least squares, what Prometheus' {@code deriv} and {@code predict_linear} draw: the reference beside a forecast, not the forecast.
 *
 * @param slope a unit of x
 * @param intercept at x = 0
 */
public record LinearTrend(double slope, double intercept) {
    /**
     * The line; empty for fewer than two different x. Pairs with NaN are left out.
     *
     * @throws IllegalArgumentException when the arrays differ in length
     */
    public static Optional<LinearTrend> of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x and " + y.length + " y: expected pairs");
        }
        SimpleRegression regression = new SimpleRegression();
        for (int i = 0; i < x.length; i++) {
            if (!Double.isNaN(x[i]) && !Double.isNaN(y[i])) {
                regression.addData(x[i], y[i]);
            }
        }
        double slope = regression.getSlope();
        return Double.isNaN(slope) ? Optional.empty() : Optional.of(new LinearTrend(slope, regression.getIntercept()));
    }

    /** The line at x. */
    public double at(double x) {
        return intercept + slope * x;
    }
}
