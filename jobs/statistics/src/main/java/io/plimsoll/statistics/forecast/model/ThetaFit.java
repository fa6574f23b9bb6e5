package io.plimsoll.statistics.forecast.model;

/**
 * A Theta model with its parameters.
 *
 * @param level before the first value
 * @param weight {@code 1 − 1/θ}, in [0, 1)
 * @param line A and B, see {@link OptimisedTheta}
 */
public record ThetaFit(double level, double alpha, double weight, StartingLine line) implements FittedModel {
    /**
     * The line before the first value.
     *
     * @param intercept at step 0, one before the first value
     * @param isDynamic whether the values change it
     */
    public record StartingLine(double intercept, double slope, boolean isDynamic) {
        static StartingLine fixed(Line line) {
            return new StartingLine(line.at(-1), line.slope(), false);
        }
    }

    @Override
    public double[][] forecast(double[] values, int[] origins, int horizon) {
        Recursion recursion = new Recursion(values[0]);
        double[][] forecasts = new double[origins.length][horizon];
        int step = 1;
        for (int i = 0; i < origins.length; i++) {
            for (; step < origins[i]; step++) {
                recursion.see(values[step]);
            }
            Recursion ahead = new Recursion(recursion);
            for (int j = 0; j < horizon; j++) {
                forecasts[i][j] = ahead.expected();
                ahead.see(forecasts[i][j]);
            }
        }
        return forecasts;
    }

    /** What was expected of each of the first {@code end} values, one step before. */
    public double[] fitted(double[] values, int end) {
        double[] fitted = new double[end];
        fitted[0] = line.isDynamic() ? values[0] : level + weight * (line.intercept() + line.slope());
        Recursion recursion = new Recursion(values[0]);
        for (int i = 1; i < end; i++) {
            fitted[i] = recursion.expected();
            recursion.see(values[i]);
        }
        return fitted;
    }

    private final class Recursion {
        private final ThetaLine theta;
        private double smoothed;

        Recursion(double first) {
            theta = new ThetaLine(line, alpha, first);
            smoothed = alpha * first + (1 - alpha) * level;
        }

        Recursion(Recursion other) {
            theta = new ThetaLine(other.theta);
            smoothed = other.smoothed;
        }

        double expected() {
            return smoothed + weight * theta.pull();
        }

        void see(double value) {
            smoothed = alpha * value + (1 - alpha) * smoothed;
            theta.see(value);
        }
    }
}
