package io.plimsoll.statistics.forecast.model;

/**
 * The squared errors of a Theta model for a given α, at the best initial level and weight {@code 1 − 1/θ}.
 *
 * <p>{@code μ_t = c_t + (1 − α)^t · level + weight · pull_t}, with {@code c_t} the smoothing from level 0: least squares in two unknowns,
 * the weight kept in [0, 1).
 */
final class ThetaErrors {
    /** The first errors, which depend most on the start, do not count. */
    private static final int LEFT_OUT = 3;

    private static final double RIDGE = 1e-9;

    private final double[] values;
    private final int end;
    private final ThetaFit.StartingLine line;
    private final double fixedWeight;
    private double level;
    private double weight;

    /**
     * Prepares for a series.
     *
     * @param fixedWeight NaN when it is to be chosen
     */
    ThetaErrors(double[] values, int end, boolean isDynamic, double fixedWeight) {
        this.values = values;
        this.end = end;
        this.fixedWeight = fixedWeight;
        line = isDynamic
                ? new ThetaFit.StartingLine(values[0], 0, true)
                : ThetaFit.StartingLine.fixed(Line.of(values, end));
    }

    double level() {
        return level;
    }

    double weight() {
        return weight;
    }

    double solve(double alpha) {
        ThetaLine theta = new ThetaLine(line, alpha, values[0]);
        // The level is sought as a distance from the first value: the ridge then pulls to that value, not to 0.
        double smoothed = values[0];
        double power = 1 - alpha;
        double total = 0;
        double levelLevel = RIDGE;
        double levelPull = 0;
        double pullPull = 0;
        double levelRight = 0;
        double pullRight = 0;
        for (int i = 1; i < end; i++) {
            if (i >= LEFT_OUT) {
                double error = values[i] - smoothed;
                double pull = theta.pull();
                total += error * error;
                levelLevel += power * power;
                levelPull += power * pull;
                pullPull += pull * pull;
                levelRight += power * error;
                pullRight += pull * error;
            }
            smoothed += alpha * (values[i] - smoothed);
            theta.see(values[i]);
            power *= 1 - alpha;
        }
        double determinant = levelLevel * pullPull - levelPull * levelPull;
        if (!Double.isNaN(fixedWeight)) {
            weight = fixedWeight;
        } else if (determinant > RIDGE * levelLevel * pullPull) {
            weight = (levelLevel * pullRight - levelPull * levelRight) / determinant;
            weight = Math.min(1, Math.max(0, weight));
        } else {
            weight = 0;
        }
        double distance = (levelRight - weight * levelPull) / levelLevel;
        level = values[0] + distance;
        return total
                - 2 * (weight * pullRight + distance * levelRight)
                + weight * weight * pullPull
                + 2 * weight * distance * levelPull
                + distance * distance * levelLevel;
    }
}
