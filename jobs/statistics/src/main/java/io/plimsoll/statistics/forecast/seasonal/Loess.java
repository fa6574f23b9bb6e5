package io.plimsoll.statistics.forecast.seasonal;

import org.jspecify.annotations.Nullable;

/**
 * Locally weighted regression on an even grid, as STL uses it.
 *
 * <p>The fit at x weighs the nearest {@code window} points by the tricube of their distance and takes their weighted mean (degree 0) or line
 * (degree 1). With a jump of j only each j-th point is fitted, the rest interpolated.
 *
 * <p>Source: Cleveland, Cleveland, McRae, Terpenning (1990), STL, Journal of Official Statistics 6, sections 2.1 and 5.
 *
 * @param window points that a fit sees, odd; a window longer than the series widens the weights
 * @param degree 0 or 1
 * @param jump at least 1
 */
record Loess(int window, int degree, int jump) {
    /**
     * Smooths the first {@code count} values.
     *
     * @param robustness a weight for each value; null for none
     * @param smoothed receives the fits from {@code offset} on
     * @param weights scratch of at least {@code count}
     */
    void smooth(
            double[] values,
            int count,
            double @Nullable [] robustness,
            double[] smoothed,
            int offset,
            double[] weights) {
        if (count < 2) {
            smoothed[offset] = values[0];
            return;
        }
        int step = Math.min(jump, count - 1);
        for (int i = 0; i < count; i += step) {
            smoothed[offset + i] = fit(values, count, i, robustness, weights);
        }
        int last = (count - 1) / step * step;
        if (last != count - 1) {
            // The window of the last fit, not the one centred anew: so the reference code does.
            smoothed[offset + count - 1] =
                    fit(values, count, count - 1, left(count, last), right(count, last), robustness, weights);
            interpolate(smoothed, offset + last, offset + count - 1);
        }
        for (int i = 0; i < last; i += step) {
            interpolate(smoothed, offset + i, offset + i + step);
        }
    }

    private double fit(double[] values, int count, int at, double @Nullable [] robustness, double[] weights) {
        return fit(values, count, at, left(count, at), right(count, at), robustness, weights);
    }

    /**
     * The fit at one place, which may lie outside the values.
     *
     * @return the value itself when nothing near it has weight; outside, NaN
     */
    double fit(
            double[] values, int count, int at, int left, int right, double @Nullable [] robustness, double[] weights) {
        double reach = Math.max(at - left, right - at);
        if (window > count) {
            reach += Math.floorDiv(window - count, 2);
        }
        double total = weigh(at, left, right, reach, robustness, weights);
        if (total <= 0) {
            return at >= 0 && at < count ? values[at] : Double.NaN;
        }
        for (int j = left; j <= right; j++) {
            weights[j] /= total;
        }
        if (degree == 1 && reach > 0) {
            tilt(at, left, right, 0.001 * (count - 1), weights);
        }
        double sum = 0;
        for (int j = left; j <= right; j++) {
            sum += weights[j] * values[j];
        }
        return sum;
    }

    /**
     * Turns the weights of a mean into those of a line, unless the points lie too close together for one.
     *
     * <p>Counts steps from 1, in the order of the reference code: another order of rounding shows in the ninth decimal.
     */
    private static void tilt(int at, int left, int right, double narrow, double[] weights) {
        double place = 0;
        for (int j = left; j <= right; j++) {
            place += weights[j] * (j + 1);
        }
        double spread = 0;
        for (int j = left; j <= right; j++) {
            double distance = j + 1 - place;
            spread += weights[j] * distance * distance;
        }
        if (Math.sqrt(spread) <= narrow) {
            return;
        }
        double slope = (at + 1 - place) / spread;
        for (int j = left; j <= right; j++) {
            weights[j] *= slope * (j + 1 - place) + 1;
        }
    }

    private static double weigh(
            int at, int left, int right, double reach, double @Nullable [] robustness, double[] weights) {
        double far = 0.999 * reach;
        double near = 0.001 * reach;
        double total = 0;
        for (int j = left; j <= right; j++) {
            double distance = Math.abs(j - at);
            double weight = 0;
            if (distance <= near) {
                weight = 1;
            } else if (distance <= far) {
                double ratio = distance / reach;
                double rest = 1 - ratio * ratio * ratio;
                weight = rest * rest * rest;
            }
            if (robustness != null) {
                weight *= robustness[j];
            }
            weights[j] = weight;
            total += weight;
        }
        return total;
    }

    private int left(int count, int at) {
        return window >= count ? 0 : Math.min(Math.max(0, at - (window - 1) / 2), count - window);
    }

    private int right(int count, int at) {
        return window >= count ? count - 1 : left(count, at) + window - 1;
    }

    private static void interpolate(double[] smoothed, int from, int to) {
        double slope = (smoothed[to] - smoothed[from]) / (to - from);
        for (int i = from + 1; i < to; i++) {
            smoothed[i] = smoothed[from] + slope * (i - from);
        }
    }
}
