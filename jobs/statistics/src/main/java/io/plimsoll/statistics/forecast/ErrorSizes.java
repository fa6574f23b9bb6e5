package io.plimsoll.statistics.forecast;

import java.util.Arrays;

/**
 * How large forecast errors are at each step ahead.
 *
 * <p>The size at a step is the mean absolute error there over the origins, where at least three reach it, made to rise with the step (isotonic regression). What lies
 * further ahead than a fifth of the steps tested was seen in fewer than five horizons that do not overlap: from there on sizes grow at least with the square root of the
 * step, as a random walk's do. Beyond the steps tested they grow as they did over the later half of them, at least with the square root and at most in proportion.
 */
final class ErrorSizes {
    private static final double LEAST_GROWTH = 0.5;

    /** One error says nothing of how large errors of a step are, and the last steps are reached by few origins. */
    private static final int FEWEST_ORIGINS = 3;

    private static final int FEWEST_HORIZONS = 5;

    private final double[] sizes;
    private final double growth;

    private ErrorSizes(double[] sizes, double growth) {
        this.sizes = sizes;
        this.growth = growth;
    }

    /**
     * The sizes that errors show.
     *
     * @param errors a row an origin, NaN where nothing came
     * @param horizon steps of the longest row
     * @param tested steps that all rows together lie in
     */
    static ErrorSizes of(double[][] errors, int horizon, int tested) {
        double[] sums = new double[horizon];
        double[] counts = new double[horizon];
        for (double[] row : errors) {
            for (int step = 0; step < row.length; step++) {
                if (!Double.isNaN(row[step])) {
                    sums[step] += Math.abs(row[step]);
                    counts[step]++;
                }
            }
        }
        int reached = horizon;
        while (reached > 1 && counts[reached - 1] < FEWEST_ORIGINS) {
            reached--;
        }
        int kept = counts[reached - 1] < FEWEST_ORIGINS ? horizon : reached;
        double[] sizes = Isotonic.rising(Arrays.copyOf(sums, kept), Arrays.copyOf(counts, kept));
        raise(sizes, Math.max(1, tested / FEWEST_HORIZONS));
        return new ErrorSizes(sizes, growth(sizes));
    }

    private static void raise(double[] sizes, int wellKnown) {
        for (int steps = wellKnown + 1; steps <= sizes.length; steps++) {
            double least = sizes[wellKnown - 1] * Math.pow((double) steps / wellKnown, LEAST_GROWTH);
            sizes[steps - 1] = Math.max(sizes[steps - 1], least);
        }
    }

    /** The power of the step with which sizes grew over the later half of the steps tested, from 1/2 (a random walk) to 1 (a wrong slope). */
    private static double growth(double[] sizes) {
        int last = sizes.length - 1;
        int middle = last / 2;
        if (!(sizes[middle] > 0)) {
            return LEAST_GROWTH;
        }
        double power = Math.log(sizes[last] / sizes[middle]) / Math.log((last + 1.0) / (middle + 1.0));
        return power > LEAST_GROWTH ? Math.min(1, power) : LEAST_GROWTH;
    }

    /** The size at a step ahead, the first being 0. */
    double at(int step) {
        int last = sizes.length - 1;
        return step <= last ? sizes[step] : sizes[last] * Math.pow((step + 1.0) / (last + 1.0), growth);
    }

    /** An error in units of the size at its step; 0 where errors of that step had no size. */
    double score(double error, int step) {
        double usual = at(step);
        return usual > 0 ? error / usual : 0;
    }

    /** The sizes of the steps after the first few. */
    ErrorSizes after(int skipped, int horizon) {
        double[] later = new double[horizon];
        for (int step = 0; step < horizon; step++) {
            later[step] = at(skipped + step);
        }
        return new ErrorSizes(later, growth);
    }
}
