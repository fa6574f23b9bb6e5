package io.plimsoll.statistics.forecast.model;

import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.univariate.BrentOptimizer;
import org.apache.commons.math3.optim.univariate.SearchInterval;
import org.apache.commons.math3.optim.univariate.UnivariateObjectiveFunction;

/**
 * The four Theta models of Fiorucci and others: standard and optimised, static and dynamic.
 *
 * <p>{@code μ_t = l + (1 − 1/θ)(A(1 − α)^t + B(1 − (1 − α)^{t+1})/α)}, {@code l ← αy + (1 − α)l}; A and B are intercept and slope of the
 * regression line over the whole series (static) or over the values so far (dynamic).
 *
 * <p>Source: Fiorucci, Pellegrini, Louzada, Petropoulos, Koehler (2016), Models for optimising the theta method, International Journal of
 * Forecasting 32, equations 7-15; R package {@code forecTheta}. The squared errors from the fourth value on are made least, α in [0.1, 0.99].
 *
 * <p>For a given α the errors are linear in the initial level and in 1 − 1/θ, so both are a least squares solution and only α is searched.
 *
 * @param isOptimised θ is chosen, at least 1; otherwise 2
 * @param isDynamic the line follows the values
 */
public record OptimisedTheta(boolean isOptimised, boolean isDynamic) implements Model {
    private static final double LEAST_ALPHA = 0.1;
    private static final double MOST_ALPHA = 0.99;
    private static final double STANDARD_WEIGHT = 0.5;
    private static final double MOST_WEIGHT = 1 - 1e-10;
    private static final int GRID = 8;
    private static final int EVALUATIONS = 100;

    /** The dynamic optimised Theta model, DOTM, the best of the four in the M3 competition. */
    public static OptimisedTheta dynamic() {
        return new OptimisedTheta(true, true);
    }

    /** {@code stm}, {@code otm}, {@code dstm} or {@code dotm}. */
    @Override
    public String name() {
        return (isDynamic ? "d" : "") + (isOptimised ? "otm" : "stm");
    }

    @Override
    public int shortest() {
        return 6;
    }

    @Override
    public ThetaFit fit(double[] values, int end) {
        ThetaErrors errors = new ThetaErrors(values, end, isDynamic, isOptimised ? Double.NaN : STANDARD_WEIGHT);
        double width = (MOST_ALPHA - LEAST_ALPHA) / GRID;
        double best = LEAST_ALPHA;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i <= GRID; i++) {
            double alpha = LEAST_ALPHA + i * width;
            double squares = errors.solve(alpha);
            if (squares < least) {
                least = squares;
                best = alpha;
            }
        }
        double low = Math.max(LEAST_ALPHA, best - width);
        double high = Math.min(MOST_ALPHA, best + width);
        double alpha = new BrentOptimizer(1e-6, 1e-9)
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new UnivariateObjectiveFunction(errors::solve),
                        GoalType.MINIMIZE,
                        new SearchInterval(low, high, best))
                .getPoint();
        errors.solve(alpha);
        return new ThetaFit(errors.level(), alpha, Math.min(errors.weight(), MOST_WEIGHT), line(values, end));
    }

    /** The model at given parameters. */
    public ThetaFit at(double[] values, int end, double level, double alpha, double theta) {
        return new ThetaFit(level, alpha, 1 - 1 / theta, line(values, end));
    }

    private ThetaFit.StartingLine line(double[] values, int end) {
        return isDynamic
                ? new ThetaFit.StartingLine(values[0], 0, true)
                : ThetaFit.StartingLine.fixed(Line.of(values, end));
    }
}
