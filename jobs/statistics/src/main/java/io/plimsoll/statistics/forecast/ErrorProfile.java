package io.plimsoll.statistics.forecast;

import java.util.Arrays;

/**
 * How far forecasts were off in the backtest: the size of the error at each step ahead, and how errors of that size scatter.
 *
 * <p>The size at a step is the mean absolute error there over the origins, where at least three reach it, made to rise with the step (isotonic regression); beyond the steps tested it grows as it did
 * over the later half of them, at least with their square root and at most in proportion. Errors divided by it are pooled: their quantiles are conformal scores. Source: Vovk, Gammerman, Shafer (2005), Algorithmic
 * Learning in a Random World, chapter 4; Lei and others (2018), Distribution-free predictive inference, JASA 113, section 5.2 (locally
 * weighted scores).
 */
final class ErrorProfile {
    /**
     * Errors of overlapping horizons repeat each other, and the combination was chosen on them: the fewer horizons fit into the steps tested, the more the
     * intervals are widened, by {@code 1 + 0.67 / horizons}. Set on rolling origins of the training part of M4 hourly.
     */
    private static final double WIDENING = 0.67;

    private static final double LEAST_GROWTH = 0.5;

    /** One error says nothing of how large errors of a step are, and the last steps are reached by few origins. */
    private static final int FEWEST_ORIGINS = 3;

    private final double[] size;
    private final double growth;
    private final double[] scores;
    private final double persistence;
    private final double widening;
    private final double coverage95;

    private ErrorProfile(
            double[] size, double growth, double[] scores, double persistence, double widening, double coverage95) {
        this.size = size;
        this.growth = growth;
        this.scores = scores;
        this.persistence = persistence;
        this.widening = widening;
        this.coverage95 = coverage95;
    }

    /** The profile of forecasts in a backtest. */
    static ErrorProfile of(Backtest backtest, double[][] forecasts) {
        double[][] errors = errors(backtest, forecasts);
        double[] size = size(errors, backtest.horizon(), -1);
        double growth = growth(size);
        double[] scores = scores(errors, size, growth, -1);
        double widening = 1 + WIDENING / backtest.windows();
        return new ErrorProfile(
                size,
                growth,
                scores,
                persistence(errors, size, growth),
                widening,
                coverage(errors, backtest.horizon(), widening));
    }

    /** Half the width of the interval that holds a share of outcomes at a step ahead. */
    double halfWidth(double share, int step) {
        return quantile(scores, share) * widening * sizeAt(step);
    }

    /** The profile of the steps after the first few. */
    ErrorProfile after(int skipped, int horizon) {
        double[] later = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            later[step] = sizeAt(skipped + step);
        }
        return new ErrorProfile(later, growth, scores, persistence, widening, coverage95);
    }

    private double sizeAt(int step) {
        return sizeAt(size, growth, step);
    }

    private static double sizeAt(double[] size, double growth, int step) {
        int last = size.length - 1;
        return step <= last ? size[step] : size[last] * Math.pow((step + 1.0) / (last + 1.0), growth);
    }

    /** The correlation of the scores of neighbouring steps. */
    double persistence() {
        return persistence;
    }

    /** The share of outcomes inside 95 % intervals, each origin judged by intervals from the other origins; NaN with one origin. */
    double coverage95() {
        return coverage95;
    }

    private static double[][] errors(Backtest backtest, double[][] forecasts) {
        double[][] errors = new double[backtest.origins()][];
        for (int origin = 0; origin < errors.length; origin++) {
            errors[origin] = new double[backtest.seen(origin)];
            for (int step = 0; step < errors[origin].length; step++) {
                errors[origin][step] = backtest.actual(origin, step) - forecasts[origin][step];
            }
        }
        return errors;
    }

    /** The sizes of the steps that enough origins reached; the steps after them are beyond those tested. */
    private static double[] size(double[][] errors, int horizon, int without) {
        double[] sums = new double[horizon];
        double[] counts = new double[horizon];
        for (int origin = 0; origin < errors.length; origin++) {
            if (origin != without) {
                for (int step = 0; step < errors[origin].length; step++) {
                    if (!Double.isNaN(errors[origin][step])) {
                        sums[step] += Math.abs(errors[origin][step]);
                        counts[step]++;
                    }
                }
            }
        }
        int reached = horizon;
        while (reached > 1 && counts[reached - 1] < FEWEST_ORIGINS) {
            reached--;
        }
        return counts[reached - 1] < FEWEST_ORIGINS
                ? Isotonic.rising(sums, counts)
                : Isotonic.rising(Arrays.copyOf(sums, reached), Arrays.copyOf(counts, reached));
    }

    private static double[] scores(double[][] errors, double[] size, double growth, int without) {
        double[] scores =
                new double[Arrays.stream(errors).mapToInt(each -> each.length).sum()];
        int count = 0;
        for (int origin = 0; origin < errors.length; origin++) {
            if (origin != without) {
                for (int step = 0; step < errors[origin].length; step++) {
                    if (!Double.isNaN(errors[origin][step])) {
                        double usual = sizeAt(size, growth, step);
                        scores[count++] = usual > 0 ? Math.abs(errors[origin][step]) / usual : 0;
                    }
                }
            }
        }
        double[] sorted = Arrays.copyOf(scores, count);
        Arrays.sort(sorted);
        return sorted;
    }

    private static double coverage(double[][] errors, int horizon, double widening) {
        if (errors.length < 2) {
            return Double.NaN;
        }
        int inside = 0;
        int total = 0;
        for (int origin = 0; origin < errors.length; origin++) {
            double[] size = size(errors, horizon, origin);
            double growth = growth(size);
            double[] others = scores(errors, size, growth, origin);
            double limit = others.length == 0 ? Double.NaN : quantile(others, 0.95) * widening;
            for (int step = 0; step < errors[origin].length; step++) {
                if (!Double.isNaN(errors[origin][step]) && !Double.isNaN(limit)) {
                    inside += Math.abs(errors[origin][step]) <= limit * sizeAt(size, growth, step) ? 1 : 0;
                    total++;
                }
            }
        }
        return total == 0 ? Double.NaN : (double) inside / total;
    }

    /** The power of the step with which sizes grew over the later half of the steps tested, from 1/2 (a random walk) to 1 (a wrong slope). */
    private static double growth(double[] size) {
        int last = size.length - 1;
        int middle = last / 2;
        if (!(size[middle] > 0)) {
            return LEAST_GROWTH;
        }
        double power = Math.log(size[last] / size[middle]) / Math.log((last + 1.0) / (middle + 1.0));
        return power > LEAST_GROWTH ? Math.min(1, power) : LEAST_GROWTH;
    }

    private static double persistence(double[][] errors, double[] size, double growth) {
        double products = 0;
        double squares = 0;
        for (double[] row : errors) {
            for (int step = 1; step < row.length; step++) {
                double usualBefore = sizeAt(size, growth, step - 1);
                double usualNow = sizeAt(size, growth, step);
                double before = usualBefore > 0 ? row[step - 1] / usualBefore : 0;
                double now = usualNow > 0 ? row[step] / usualNow : 0;
                if (!Double.isNaN(before * now)) {
                    products += before * now;
                    squares += (before * before + now * now) / 2;
                }
            }
        }
        return squares > 0 ? Math.min(0.99, Math.max(0, products / squares)) : 0;
    }

    /** The conformal quantile: the score that {@code share·(n + 1)} of the scores do not exceed, between two ranks by a line. */
    static double quantile(double[] sorted, double share) {
        double rank = share * (sorted.length + 1) - 1;
        if (rank <= 0) {
            return sorted[0];
        }
        if (rank >= sorted.length - 1) {
            return sorted[sorted.length - 1];
        }
        int below = (int) rank;
        return sorted[below] + (rank - below) * (sorted[below + 1] - sorted[below]);
    }
}
