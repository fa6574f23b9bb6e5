package io.plimsoll.statistics.forecast.model;

import org.apache.commons.math3.analysis.MultivariateFunction;
import org.apache.commons.math3.optim.InitialGuess;
import org.apache.commons.math3.optim.MaxEval;
import org.apache.commons.math3.optim.SimpleValueChecker;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.apache.commons.math3.optim.nonlinear.scalar.ObjectiveFunction;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.apache.commons.math3.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Exponential smoothing with additive errors: SES, Holt, damped trend, and the same with an additive season; ETS(A, N|A|Ad, N|A).
 *
 * <p>{@code e_t = y_t − (l + φb + s_{t−m})}, {@code l ← l + φb + αe}, {@code b ← φb + βe}, {@code s_t = s_{t−m} + γe}; equations of Hyndman,
 * Koehler, Ord, Snyder (2008), Forecasting with Exponential Smoothing, table 2.1. Bounds are those of R's {@code ets}: α in [0.0001,
 * 0.9999], β ≤ α, γ ≤ 1 − α, φ in [0.8, 0.98].
 *
 * <p>The errors are linear in the initial state, so for given smoothing parameters the best state is a least squares solution (the same book,
 * section 2.5); only the smoothing parameters are searched, by Nelder and Mead from the best of a few starts.
 *
 * @param trend none, additive or damped
 * @param period 1 without a season
 */
public record ExponentialSmoothing(Trend trend, int period) implements Model {
    private static final double LOWEST = 1e-4;
    private static final double[] LEVEL_STARTS = {0.05, 0.3, 0.7, 0.95};
    private static final double TREND_START = 0.1;
    private static final double SEASON_START = 0.2;
    private static final double DAMPING_START = 0.9;
    private static final double SIDE = 0.15;
    private static final double TOLERANCE = 1e-7;
    /** Of a search that is repeated. */
    private static final double ROUGH = 1e-5;

    private static final int EVALUATIONS = 1_000;
    private static final int ROUNDS = 12;
    private static final double ENOUGH = 1e-4;

    /** How the level grows. */
    public enum Trend {
        /** It does not. */
        NONE("N", 0.8, 0.98),
        /** By a slope that stays. */
        ADDITIVE("A", 0.8, 0.98),
        /** By a slope that fades. */
        DAMPED("Ad", 0.8, 0.98);

        private final String letter;
        private final double leastDamping;
        private final double mostDamping;

        Trend(String letter, double leastDamping, double mostDamping) {
            this.letter = letter;
            this.leastDamping = leastDamping;
            this.mostDamping = mostDamping;
        }
    }

    /** Simple exponential smoothing. */
    public static ExponentialSmoothing simple() {
        return new ExponentialSmoothing(Trend.NONE, 1);
    }

    /** Holt's linear trend. */
    public static ExponentialSmoothing holt() {
        return new ExponentialSmoothing(Trend.ADDITIVE, 1);
    }

    /** Gardner and McKenzie's damped trend. */
    public static ExponentialSmoothing damped() {
        return new ExponentialSmoothing(Trend.DAMPED, 1);
    }

    /** {@code ses}, {@code holt}, {@code damped} or, with a season, {@code ets(A,Ad,A)}. */
    @Override
    public String name() {
        if (period > 1) {
            return "ets(A," + trend.letter + ",A)";
        }
        return switch (trend) {
            case NONE -> "ses";
            case ADDITIVE -> "holt";
            case DAMPED -> "damped";
        };
    }

    @Override
    public int shortest() {
        int parameters = trend == Trend.NONE ? 1 : trend == Trend.ADDITIVE ? 2 : 3;
        return parameters + 2 + (period > 1 ? 2 * period : 0);
    }

    /** Learns parameters and initial state: the least sum of squared one-step errors. */
    @Override
    public SmoothingFit fit(double[] values, int end) {
        InitialState state = new InitialState(values, end, period, trend != Trend.NONE);
        double[] start = bestStart(state);
        if (period == 1) {
            double[] point = search(start, TOLERANCE, each -> state.solve(parameters(each)));
            return at(values, end, parameters(point), state);
        }
        return alternate(values, end, state, start);
    }

    /**
     * With a season the state has many numbers and solving for it costs most: parameters at the last state and state at the last parameters are sought in
     * turn until neither gains.
     */
    private SmoothingFit alternate(double[] values, int end, InitialState state, double[] start) {
        double[] point = start;
        SmoothingFit best = at(values, end, parameters(point), state);
        for (int round = 0; round < ROUNDS; round++) {
            double[] initial = best.initialState();
            double[] found = search(
                    point, ROUGH, each -> SmoothingFit.squaredErrors(parameters(each), initial, period, values, end));
            SmoothingFit next = at(values, end, parameters(found), state);
            double gain = best.squaredErrors() - next.squaredErrors();
            if (gain <= 0) {
                return best;
            }
            boolean isLast = gain < ENOUGH * best.squaredErrors();
            best = next;
            point = found;
            if (isLast) {
                return best;
            }
        }
        return best;
    }

    private static double[] search(double[] start, double tolerance, MultivariateFunction squaredErrors) {
        return new SimplexOptimizer(new SimpleValueChecker(tolerance, Double.MIN_NORMAL))
                .optimize(
                        new MaxEval(EVALUATIONS),
                        new ObjectiveFunction(squaredErrors),
                        GoalType.MINIMIZE,
                        new InitialGuess(start),
                        new NelderMeadSimplex(start.length, SIDE))
                .getPoint();
    }

    private SmoothingFit at(double[] values, int end, SmoothingParameters parameters, InitialState state) {
        state.solve(parameters);
        return at(values, end, parameters, state.solution());
    }

    /** The model at given parameters and initial state. */
    public SmoothingFit at(double[] values, int end, SmoothingParameters parameters, double[] initialState) {
        double squares = SmoothingFit.squaredErrors(parameters, initialState, period, values, end);
        return new SmoothingFit(parameters, initialState, period, end, squares);
    }

    private double[] bestStart(InitialState state) {
        double[] best = new double[0];
        double least = Double.POSITIVE_INFINITY;
        for (double alpha : LEVEL_STARTS) {
            double[] point = start(alpha);
            double squares = state.solve(parameters(point));
            if (best.length == 0 || squares < least) {
                least = squares;
                best = point;
            }
        }
        return best;
    }

    private double[] start(double alpha) {
        double damping = (DAMPING_START - trend.leastDamping) / (trend.mostDamping - trend.leastDamping);
        boolean seasonal = period > 1;
        return switch (trend) {
            case NONE -> seasonal ? new double[] {alpha, SEASON_START} : new double[] {alpha};
            case ADDITIVE ->
                seasonal ? new double[] {alpha, TREND_START, SEASON_START} : new double[] {alpha, TREND_START};
            case DAMPED ->
                seasonal
                        ? new double[] {alpha, TREND_START, damping, SEASON_START}
                        : new double[] {alpha, TREND_START, damping};
        };
    }

    /** Parameters from a point of the unit cube; a point outside stands for the nearest inside. */
    private SmoothingParameters parameters(double[] point) {
        double alpha = within(point[0]);
        double beta = trend == Trend.NONE ? 0 : alpha * within(point[1]);
        double phi = trend == Trend.DAMPED
                ? trend.leastDamping + (trend.mostDamping - trend.leastDamping) * Math.min(1, Math.max(0, point[2]))
                : 1;
        double gamma = period > 1 ? (1 - alpha) * within(point[point.length - 1]) : 0;
        return new SmoothingParameters(alpha, beta, gamma, phi);
    }

    private static double within(double share) {
        return Math.min(1 - LOWEST, Math.max(LOWEST, share));
    }
}
