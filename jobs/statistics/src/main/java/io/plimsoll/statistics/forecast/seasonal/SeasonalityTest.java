package io.plimsoll.statistics.forecast.seasonal;

/**
 * The test of seasonality that the M4 competition used for its benchmarks: a period m is a season when the autocorrelation at lag m is
 * larger than what the shorter lags explain by chance,
 *
 * <p>{@code |r_m| > 1.645 · √((1 + 2 Σ r_k²) / n)}, the sum over {@code 1 <= k < m} (Bartlett's formula, 90 %).
 *
 * <p>Source: Makridakis, Spiliotis, Assimakopoulos (2020), The M4 Competition, appendix; code of the organisers, {@code SeasonalityTest}.
 */
public final class SeasonalityTest {
    private static final double NORMAL_95 = 1.645;
    private static final int CYCLES = 3;

    private SeasonalityTest() {}

    /**
     * Whether the first {@code end} values have a season of the period.
     *
     * @param values without missing values
     * @param period in steps; 1 is never a season
     * @return false with fewer than three full cycles, and for a constant series
     */
    public static boolean isSeasonal(double[] values, int end, int period) {
        if (period < 2 || end < CYCLES * period) {
            return false;
        }
        double[] centred = centred(values, end);
        return Math.abs(excess(centred, period)) > 0;
    }

    /**
     * Whether the first {@code end} values have a season of the period beyond their trend: the test on what a centred moving average of one cycle leaves,
     * where {@code r_m} must be above 0.
     *
     * <p>A trend or a random walk correlates at every lag and passes the plain test.
     *
     * @return false with fewer than three full cycles, and where the moving average leaves nothing
     */
    public static boolean isSeasonalBeyondTrend(double[] values, int end, int period) {
        if (period < 2 || end < CYCLES * period) {
            return false;
        }
        double[] rest = ClassicalDecomposition.withoutTrend(values, end, period);
        return excess(centred(rest, rest.length), period) > 0;
    }

    /** The autocorrelation at the period if it exceeds the limit, with its sign; else 0. */
    private static double excess(double[] centred, int period) {
        double variance = autocovariance(centred, 0);
        if (!(variance > 0)) {
            return 0;
        }
        double squares = 0;
        for (int lag = 1; lag < period; lag++) {
            double correlation = autocovariance(centred, lag) / variance;
            squares += correlation * correlation;
        }
        double atPeriod = autocovariance(centred, period) / variance;
        boolean exceeds = Math.abs(atPeriod) > NORMAL_95 * Math.sqrt((1 + 2 * squares) / centred.length);
        return exceeds ? atPeriod : 0;
    }

    private static double[] centred(double[] values, int end) {
        double sum = 0;
        for (int i = 0; i < end; i++) {
            sum += values[i];
        }
        double mean = sum / end;
        double[] centred = new double[end];
        for (int i = 0; i < end; i++) {
            centred[i] = values[i] - mean;
        }
        return centred;
    }

    private static double autocovariance(double[] centred, int lag) {
        double sum = 0;
        for (int i = lag; i < centred.length; i++) {
            sum += centred[i] * centred[i - lag];
        }
        return sum;
    }
}
