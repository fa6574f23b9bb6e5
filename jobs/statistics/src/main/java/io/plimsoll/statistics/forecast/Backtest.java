package io.plimsoll.statistics.forecast;

/**
 * Rolling origins in the last part of a series: what would have been forecast there, and what came.
 *
 * <p>Models learn once, from what lies before the first origin; at each origin they see all that lies before it. Near the end of the series
 * the horizon is cut short. Source: Tashman (2000), Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16.
 */
final class Backtest {
    private static final int ORIGINS = 12;
    private static final int ORIGINS_WHEN_DEAR = 6;
    private static final int HORIZONS = 4;
    private static final int STEPS = 120;
    private static final int FEWEST_LEARNT = 3;
    private static final int SHARE = 3;

    private final double[] values;
    private final int[] origins;
    private final int horizon;

    private Backtest(double[] values, int[] origins, int horizon) {
        this.values = values;
        this.origins = origins;
        this.horizon = horizon;
    }

    /**
     * The origins of a series: evenly over the last four horizons, at least 120 steps, at most a third of the series, or half of it for
     * one long horizon.
     *
     * @param values at least four; NaN where the series had none, which no forecast is judged by
     * @param isDear whether each origin costs much: six origins then, else twelve
     */
    static Backtest of(double[] values, int horizon, boolean isDear) {
        int count = values.length;
        int most = Math.max(count / SHARE, Math.min(horizon, count / 2));
        int tested = Math.max(1, Math.min(Math.max(STEPS, HORIZONS * horizon), most));
        tested = Math.min(tested, count - FEWEST_LEARNT);
        int ahead = Math.min(horizon, tested);
        int originCount = Math.min(isDear ? ORIGINS_WHEN_DEAR : ORIGINS, tested);
        int[] origins = new int[originCount];
        for (int i = 0; i < originCount; i++) {
            origins[i] = count - tested + i * tested / originCount;
        }
        return new Backtest(values, origins, ahead);
    }

    /** Values before the first origin. */
    int learnt() {
        return origins[0];
    }

    /** Steps with a value from the first origin to the end of the series. */
    int tested() {
        int tested = 0;
        for (int i = origins[0]; i < values.length; i++) {
            tested += Double.isNaN(values[i]) ? 0 : 1;
        }
        return tested;
    }

    /** Steps ahead that are tested. */
    int horizon() {
        return horizon;
    }

    int origins() {
        return origins.length;
    }

    /** Steps ahead that the series shows after an origin. */
    int seen(int origin) {
        return Math.min(horizon, values.length - origins[origin]);
    }

    /** What came; NaN where nothing did. */
    double actual(int origin, int step) {
        return values[origins[origin] + step];
    }

    /** What a candidate would have forecast, a row for each origin. */
    double[][] forecasts(Candidate candidate) {
        return candidate.forecast(origins[0], origins, horizon);
    }

    /** Whether any value came by which forecasts can be judged. */
    boolean canJudge() {
        for (int origin = 0; origin < origins.length; origin++) {
            for (int step = 0; step < seen(origin); step++) {
                if (!Double.isNaN(actual(origin, step))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The mean absolute error of forecasts over all steps seen that have a value; infinite where a forecast is not a number. */
    double error(double[][] forecasts) {
        double sum = 0;
        int steps = 0;
        for (int origin = 0; origin < origins.length; origin++) {
            int seen = seen(origin);
            for (int step = 0; step < seen; step++) {
                double actual = actual(origin, step);
                if (!Double.isNaN(actual)) {
                    sum += Math.abs(actual - forecasts[origin][step]);
                    steps++;
                }
            }
        }
        return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum / steps;
    }
}
