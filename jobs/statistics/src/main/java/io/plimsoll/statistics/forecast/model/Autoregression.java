package io.plimsoll.statistics.forecast.model;

/**
 * Autoregression by Burg's method, its order chosen by Akaike's criterion corrected for short series.
 *
 * <p>{@code y_t − μ = Σ φ_k (y_{t−k} − μ) + e_t}. Burg makes the squared forward and backward errors least, order by order, and always gives
 * a stable model. Source: Brockwell, Davis (2002), Introduction to Time Series and Forecasting, section 5.1.2.
 *
 * @param longest the largest order tried
 */
public record Autoregression(int longest) implements Model {
    private static final int LEAST = 10;

    @Override
    public String name() {
        return "ar";
    }

    @Override
    public int shortest() {
        return LEAST;
    }

    @Override
    public FittedModel fit(double[] values, int end) {
        double mean = 0;
        for (int i = 0; i < end; i++) {
            mean += values[i] / end;
        }
        return new Fit(mean, coefficients(values, end, mean));
    }

    private double[] coefficients(double[] values, int end, double mean) {
        double[] forward = new double[end];
        double[] backward = new double[end];
        double variance = 0;
        for (int i = 0; i < end; i++) {
            forward[i] = values[i] - mean;
            backward[i] = forward[i];
            variance += forward[i] * forward[i] / end;
        }
        int most = Math.min(longest, end / 4);
        double[] current = new double[0];
        double[] best = current;
        double least = criterion(variance, end, 0);
        for (int order = 1; order <= most && variance > 0; order++) {
            double reflection = reflection(forward, backward, order);
            current = extended(current, reflection);
            for (int i = end - 1; i >= order; i--) {
                double ahead = forward[i];
                forward[i] = ahead - reflection * backward[i - 1];
                backward[i] = backward[i - 1] - reflection * ahead;
            }
            variance *= 1 - reflection * reflection;
            double criterion = criterion(variance, end, order);
            if (criterion < least) {
                least = criterion;
                best = current;
            }
        }
        return best;
    }

    private static double reflection(double[] forward, double[] backward, int order) {
        double product = 0;
        double squares = 0;
        for (int i = order; i < forward.length; i++) {
            product += forward[i] * backward[i - 1];
            squares += forward[i] * forward[i] + backward[i - 1] * backward[i - 1];
        }
        return squares > 0 ? 2 * product / squares : 0;
    }

    private static double[] extended(double[] current, double reflection) {
        int order = current.length + 1;
        double[] next = new double[order];
        next[order - 1] = reflection;
        for (int k = 0; k < order - 1; k++) {
            next[k] = current[k] - reflection * current[order - 2 - k];
        }
        return next;
    }

    private static double criterion(double variance, int count, int order) {
        return count * Math.log(variance) + 2.0 * (order + 1) * count / (count - order - 2);
    }

    private static final class Fit implements FittedModel {
        private final double mean;
        private final double[] coefficients;

        Fit(double mean, double[] coefficients) {
            this.mean = mean;
            this.coefficients = coefficients;
        }

        @Override
        public double[][] forecast(double[] values, int[] origins, int horizon) {
            double[][] forecasts = new double[origins.length][horizon];
            for (int i = 0; i < origins.length; i++) {
                for (int step = 0; step < horizon; step++) {
                    forecasts[i][step] = next(values, origins[i], forecasts[i], step);
                }
            }
            return forecasts;
        }

        private double next(double[] values, int origin, double[] forecasts, int step) {
            double sum = mean;
            for (int k = 1; k <= coefficients.length; k++) {
                double past = step >= k ? forecasts[step - k] : values[origin + step - k];
                sum += coefficients[k - 1] * (past - mean);
            }
            return sum;
        }
    }
}
