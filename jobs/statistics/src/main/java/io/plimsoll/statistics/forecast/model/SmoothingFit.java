package io.plimsoll.statistics.forecast.model;

/**
 * An exponential smoothing with its parameters and the state before the first value.
 *
 * <p>State: level, trend (0 without one), then the season from the latest step back, one number a step of the period (none for period 1).
 *
 * @param period 1 without a season
 * @param count values learnt from
 * @param squaredErrors sum of the squared one-step errors over them
 */
@SuppressWarnings("ArrayRecordComponent") // a result that is read, never compared; a list would box
public record SmoothingFit(
        SmoothingParameters parameters, double[] initialState, int period, int count, double squaredErrors)
        implements FittedModel {
    /** The log likelihood up to the constant that R leaves out too: {@code −n/2 · ln SSE}. */
    public double logLikelihood() {
        return -count / 2.0 * Math.log(squaredErrors);
    }

    @Override
    public double[][] forecast(double[] values, int[] origins, int horizon) {
        Filter filter = new Filter(parameters, initialState, period);
        double[][] forecasts = new double[origins.length][horizon];
        int step = 0;
        for (int i = 0; i < origins.length; i++) {
            for (; step < origins[i]; step++) {
                filter.see(values[step]);
            }
            filter.forecast(forecasts[i]);
        }
        return forecasts;
    }

    /** The one-step errors over the first {@code end} values. */
    public double[] errors(double[] values, int end) {
        Filter filter = new Filter(parameters, initialState, period);
        double[] errors = new double[end];
        for (int i = 0; i < end; i++) {
            errors[i] = filter.see(values[i]);
        }
        return errors;
    }

    static double squaredErrors(
            SmoothingParameters parameters, double[] initialState, int period, double[] values, int end) {
        Filter filter = new Filter(parameters, initialState, period);
        double sum = 0;
        for (int i = 0; i < end; i++) {
            double error = filter.see(values[i]);
            sum += error * error;
        }
        return sum;
    }

    /** The recursion of the state. */
    private static final class Filter {
        private final SmoothingParameters parameters;
        private final double[] season;
        private double level;
        private double trend;
        private int position;

        Filter(SmoothingParameters parameters, double[] initialState, int period) {
            this.parameters = parameters;
            level = initialState[0];
            trend = initialState[1];
            season = new double[period];
            if (period > 1) {
                for (int i = 0; i < period; i++) {
                    season[i] = initialState[1 + period - i];
                }
            }
        }

        double see(double value) {
            double damped = parameters.phi() * trend;
            double error = value - level - damped - season[position];
            level += damped + parameters.alpha() * error;
            trend = damped + parameters.beta() * error;
            season[position] += parameters.gamma() * error;
            position = position + 1 == season.length ? 0 : position + 1;
            return error;
        }

        void forecast(double[] forecasts) {
            double damped = trend;
            double base = level;
            int at = position;
            for (int step = 0; step < forecasts.length; step++) {
                damped *= parameters.phi();
                base += damped;
                forecasts[step] = base + season[at];
                at = at + 1 == season.length ? 0 : at + 1;
            }
        }
    }
}
