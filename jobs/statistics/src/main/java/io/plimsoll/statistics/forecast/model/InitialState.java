package io.plimsoll.statistics.forecast.model;

import java.util.Arrays;

/**
 * The state before the first value that makes the squared one-step errors least, for given smoothing parameters.
 *
 * <p>With the shift D = F − g·w', {@code e_t = a_t − r_t·x_0}: {@code a_t} is the error from the state 0, and the row {@code r_1 = w'},
 * {@code r_{t+1} = r_t·D} costs a handful of operations a step. Least squares on {@code a_t} and {@code r_t}; the season sums to 0.
 *
 * <p>Holds the scratch space of one series; not thread-safe.
 */
final class InitialState {
    private static final double RIDGE = 1e-12;
    /** A row this small adds nothing to the normal equations; later rows are smaller still. */
    private static final double NEGLIGIBLE = 1e-9;

    private final double[] values;
    private final int end;
    private final int period;
    private final boolean hasTrend;
    private final double mean;
    private final int size;
    private final double[] row;
    private final double[][] normal;
    private final double[] right;
    private final double[] state;
    private final double[] season;
    private final double[] rotating;

    InitialState(double[] values, int end, int period, boolean hasTrend) {
        this.values = values;
        this.end = end;
        this.period = period;
        this.hasTrend = hasTrend;
        double sum = 0;
        for (int i = 0; i < end; i++) {
            sum += values[i];
        }
        mean = sum / end;
        size = 1 + (hasTrend ? 1 : 0) + (period > 1 ? period - 1 : 0);
        row = new double[size];
        normal = new double[size][size];
        right = new double[size];
        state = new double[size];
        season = new double[period];
        rotating = new double[period];
    }

    /**
     * Solves for the state.
     *
     * @return the sum of squared errors at it
     */
    double solve(SmoothingParameters p) {
        double total = period > 1 ? accumulateSeasonal(p) : accumulate(p);
        return Math.max(0, total - solveNormal());
    }

    /** The state last solved for: level, trend, season from the latest step back. */
    double[] solution() {
        double[] full = new double[2 + (period > 1 ? period : 0)];
        full[0] = mean + state[0];
        int from = 1;
        if (hasTrend) {
            full[1] = state[1];
            from = 2;
        }
        double rest = 0;
        for (int i = 0; i < period - 1; i++) {
            full[2 + i] = state[from + i];
            rest += state[from + i];
        }
        if (period > 1) {
            full[1 + period] = -rest;
        }
        return full;
    }

    private double accumulate(SmoothingParameters p) {
        double alpha = p.alpha();
        double beta = p.beta();
        double phi = p.phi();
        double level = 0;
        double trend = 0;
        double rowLevel = 1;
        double rowTrend = hasTrend ? phi : 0;
        double total = 0;
        double ll = 0;
        double lt = 0;
        double tt = 0;
        double rightLevel = 0;
        double rightTrend = 0;
        for (int i = 0; i < end; i++) {
            double damped = phi * trend;
            double error = values[i] - mean - level - damped;
            level += damped + alpha * error;
            trend = damped + beta * error;
            total += error * error;
            ll += rowLevel * rowLevel;
            lt += rowLevel * rowTrend;
            tt += rowTrend * rowTrend;
            rightLevel += rowLevel * error;
            rightTrend += rowTrend * error;
            double gain = alpha * rowLevel + beta * rowTrend;
            double nextTrend = phi * (rowLevel + rowTrend - gain);
            rowLevel -= gain;
            rowTrend = hasTrend ? nextTrend : 0;
        }
        normal[0][0] = ll;
        right[0] = rightLevel;
        if (hasTrend) {
            normal[1][0] = lt;
            normal[1][1] = tt;
            right[1] = rightTrend;
        }
        return total;
    }

    private double accumulateSeasonal(SmoothingParameters p) {
        Arrays.fill(season, 0);
        Arrays.fill(rotating, 0);
        Arrays.fill(right, 0);
        for (double[] each : normal) {
            Arrays.fill(each, 0);
        }
        double level = 0;
        double trend = 0;
        double rowLevel = 1;
        double rowTrend = hasTrend ? p.phi() : 0;
        double total = 0;
        int position = 0;
        // rotating[(position + i) % period] weighs the season's entry i of the shift register, the one used now being
        // the last.
        rotating[period - 1] = 1;
        boolean rowMatters = true;
        for (int i = 0; i < end; i++) {
            double damped = p.phi() * trend;
            double error = values[i] - mean - level - damped - season[position];
            level += damped + p.alpha() * error;
            trend = damped + p.beta() * error;
            season[position] += p.gamma() * error;
            total += error * error;
            if (rowMatters) {
                addRow(rowLevel, rowTrend, position, error);
                double first = rotating[position];
                double gain = p.alpha() * rowLevel + p.beta() * rowTrend + p.gamma() * first;
                double nextTrend = hasTrend ? p.phi() * (rowLevel + rowTrend - gain) : 0;
                rowLevel -= gain;
                rowTrend = nextTrend;
                // The shift: entry 1 becomes 0, and so on; what was entry 0 becomes the last, which also pays the gain.
                rotating[position] = first - gain;
                rowMatters = i % period != 0 || largest(rowLevel, rowTrend) > NEGLIGIBLE;
            }
            position = position + 1 == period ? 0 : position + 1;
        }
        return total;
    }

    private double largest(double rowLevel, double rowTrend) {
        double largest = Math.max(Math.abs(rowLevel), Math.abs(rowTrend));
        for (double weight : rotating) {
            largest = Math.max(largest, Math.abs(weight));
        }
        return largest;
    }

    private void addRow(double rowLevel, double rowTrend, int position, double error) {
        int at = 0;
        row[at++] = rowLevel;
        if (hasTrend) {
            row[at++] = rowTrend;
        }
        double last = rotating[position == 0 ? period - 1 : position - 1];
        for (int i = position; i < period && at < size; i++) {
            row[at++] = rotating[i] - last;
        }
        for (int i = 0; at < size; i++) {
            row[at++] = rotating[i] - last;
        }
        for (int i = 0; i < size; i++) {
            double weight = row[i];
            right[i] += weight * error;
            double[] line = normal[i];
            for (int j = 0; j <= i; j++) {
                line[j] += weight * row[j];
            }
        }
    }

    /** Solves for the state; returns the squares that it explains. */
    private double solveNormal() {
        double ridge = 0;
        for (int i = 0; i < size; i++) {
            ridge += normal[i][i];
        }
        for (int i = 0; i < size; i++) {
            normal[i][i] += RIDGE * ridge;
        }
        return Cholesky.solve(normal, right, state);
    }
}
