package io.plimsoll.statistics.forecast;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How far forecasts were off in the backtest: the size of the error at each step ahead, and how errors of that size scatter.
 *
 * <p>Errors are differences in the unit of the series or, as ratios, of logarithms. Errors divided by the {@linkplain ErrorSizes size} at their step are pooled: their quantiles are conformal scores. Source: Vovk, Gammerman, Shafer (2005), Algorithmic
 * Learning in a Random World, chapter 4; Lei and others (2018), Distribution-free predictive inference, JASA 113, section 5.2 (locally
 * weighted scores).
 *
 * <p>Conformal scores hold their share when they are independent. Errors of neighbouring steps are not, and the combination was chosen on them: half widths are stretched by
 * {@code 1 + 1/√n}, a form that was chosen on the series of docs/methods.md for what it holds. n is the number of independent errors that the steps tested are worth,
 * {@code max(1, tested · (1 − ρ)/(1 + ρ))} (the effective size of a sample of a first order process; Bayley, Hammersley, 1946, The "effective" number of independent observations
 * in an autocorrelated time series, JRSS Supplement 8); ρ is the correlation of neighbouring scores about 0, so that a constant bias counts as persistence, held within [0, 0.99].
 */
final class ErrorProfile {
    private static final double MOST_PERSISTENT = 0.99;

    /** Of the intervals whose score tells on which scale errors are alike: the middle of the errors tells more than the few outside of 95 %. */
    private static final double JUDGED = 0.80;

    private final Scale scale;
    private final ErrorSizes sizes;
    private final double[] scores;
    private final double persistence;
    private final double widening;
    private final double coverage95;

    private ErrorProfile(
            Scale scale, ErrorSizes sizes, double[] scores, double persistence, double widening, double coverage95) {
        this.scale = scale;
        this.sizes = sizes;
        this.scores = scores;
        this.persistence = persistence;
        this.widening = widening;
        this.coverage95 = coverage95;
    }

    /**
     * The profile of forecasts in a backtest.
     *
     * @param scale on which errors are differences; with {@link Scale#LOG} all values and forecasts are above 0
     */
    static ErrorProfile of(Backtest backtest, double[][] forecasts, Scale scale) {
        double[][] errors = errors(backtest, forecasts, scale);
        ErrorSizes sizes = ErrorSizes.of(errors, backtest.horizon(), backtest.tested());
        double persistence = persistence(errors, sizes);
        double widening = widening(backtest.tested(), persistence);
        return new ErrorProfile(scale, sizes, scores(errors, sizes), persistence, widening, Double.NaN);
    }

    /**
     * The end of an interval, in the unit of the series.
     *
     * @param centre central forecast
     * @param share of outcomes that the interval holds; negative for its lower end
     * @param step ahead, the first being 0
     */
    double bound(double centre, double share, int step) {
        double halfWidth = quantile(scores, Math.abs(share)) * widening * sizes.at(step);
        return scale == Scale.IDENTITY
                ? centre + Math.signum(share) * halfWidth
                : scale.from(scale.to(centre) + Math.signum(share) * halfWidth);
    }

    /**
     * What the 80 % intervals of the backtest cost, in the unit of the series: their width, and ten times the distance of each outcome outside. Source: Gneiting, Raftery (2007), Strictly
     * proper scoring rules, prediction, and estimation, JASA 102, equation 43.
     */
    double intervalScore(Backtest backtest, double[][] forecasts) {
        double penalty = 2 / (1 - JUDGED);
        double sum = 0;
        for (int origin = 0; origin < backtest.origins(); origin++) {
            for (int step = 0; step < backtest.seen(origin); step++) {
                double actual = backtest.actual(origin, step);
                if (!Double.isNaN(actual)) {
                    double low = bound(forecasts[origin][step], -JUDGED, step);
                    double high = bound(forecasts[origin][step], JUDGED, step);
                    sum += high - low + penalty * (Math.max(0, low - actual) + Math.max(0, actual - high));
                }
            }
        }
        return sum;
    }

    /** The same with what its intervals hold in the backtest; a profile more for each origin, so only for the one that is kept. */
    ErrorProfile judged(Backtest backtest, double[][] forecasts) {
        double coverage = coverage(errors(backtest, forecasts, scale), backtest, widening);
        return new ErrorProfile(scale, sizes, scores, persistence, widening, coverage);
    }

    /** The profile of the steps after the first few. */
    ErrorProfile after(int skipped, int horizon) {
        return new ErrorProfile(scale, sizes.after(skipped, horizon), scores, persistence, widening, coverage95);
    }

    /** The correlation of the scores of neighbouring steps, from 0. */
    double persistence() {
        return persistence;
    }

    /** The share of outcomes inside 95 % intervals, each origin judged by intervals from the other origins, whose horizons overlap its own; NaN with one origin, and before {@link #judged}. */
    double coverage95() {
        return coverage95;
    }

    private static double[][] errors(Backtest backtest, double[][] forecasts, Scale scale) {
        double[][] errors = new double[backtest.origins()][];
        for (int origin = 0; origin < errors.length; origin++) {
            errors[origin] = new double[backtest.seen(origin)];
            for (int step = 0; step < errors[origin].length; step++) {
                errors[origin][step] = scale.to(backtest.actual(origin, step)) - scale.to(forecasts[origin][step]);
            }
        }
        return errors;
    }

    private static double[] scores(double[][] errors, ErrorSizes sizes) {
        return Arrays.stream(errors)
                .flatMapToDouble(row -> IntStream.range(0, row.length)
                        .filter(step -> !Double.isNaN(row[step]))
                        .mapToDouble(step -> Math.abs(sizes.score(row[step], step))))
                .sorted()
                .toArray();
    }

    private static double widening(int tested, double persistence) {
        double independent = tested * (1 - persistence) / (1 + persistence);
        return 1 + 1 / Math.sqrt(Math.max(1, independent));
    }

    private static double coverage(double[][] errors, Backtest backtest, double widening) {
        int inside = 0;
        int total = 0;
        for (int judged = 0; errors.length > 1 && judged < errors.length; judged++) {
            double[][] others = without(errors, judged);
            ErrorSizes sizes = ErrorSizes.of(others, backtest.horizon(), backtest.tested());
            double[] scores = scores(others, sizes);
            double limit = scores.length == 0 ? Double.NaN : quantile(scores, 0.95) * widening;
            for (int step = 0; step < errors[judged].length; step++) {
                double error = Math.abs(errors[judged][step]);
                if (!Double.isNaN(error) && !Double.isNaN(limit)) {
                    inside += error <= limit * sizes.at(step) ? 1 : 0;
                    total++;
                }
            }
        }
        return total == 0 ? Double.NaN : (double) inside / total;
    }

    private static double[][] without(double[][] errors, int origin) {
        return IntStream.range(0, errors.length)
                .filter(each -> each != origin)
                .mapToObj(each -> errors[each])
                .toArray(double[][]::new);
    }

    private static double persistence(double[][] errors, ErrorSizes sizes) {
        double products = 0;
        double squares = 0;
        for (double[] row : errors) {
            for (int step = 1; step < row.length; step++) {
                double before = sizes.score(row[step - 1], step - 1);
                double now = sizes.score(row[step], step);
                if (!Double.isNaN(before * now)) {
                    products += before * now;
                    squares += (before * before + now * now) / 2;
                }
            }
        }
        return squares > 0 ? Math.min(MOST_PERSISTENT, Math.max(0, products / squares)) : 0;
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
