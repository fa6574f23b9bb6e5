package io.plimsoll.statistics.forecast.seasonal;

/**
 * How STL decomposes: smoothing windows (odd), degrees (0 or 1) and jumps of its three loess smoothers, and its loops.
 *
 * @param period steps of a cycle, at least 2
 * @param seasonal smooths a position of the cycle over the cycles
 * @param trend smooths the trend
 * @param lowPass keeps the trend out of the season
 * @param innerLoops passes of seasonal and trend smoothing
 * @param outerLoops passes with robustness weights; 0 for none
 */
public record StlOptions(
        int period, Smoother seasonal, Smoother trend, Smoother lowPass, int innerLoops, int outerLoops) {
    private static final int JUMPS_A_WINDOW = 10;

    /** One loess smoother. */
    public record Smoother(int window, int degree, int jump) {
        /** Rejects windows that are even or below 3, other degrees and jumps below 1. */
        public Smoother {
            if (window < 3 || window % 2 == 0 || degree < 0 || degree > 1 || jump < 1) {
                throw new IllegalArgumentException(
                        "a smoother has an odd window of 3 or more, degree 0 or 1, jump 1 or more:" + " window "
                                + window + ", degree " + degree + ", jump " + jump);
            }
        }

        Smoother withJump(int steps) {
            return new Smoother(window, degree, steps);
        }

        Loess loess() {
            return new Loess(window, degree, jump);
        }
    }

    /** Rejects periods below 2 and loops that never smooth. */
    public StlOptions {
        if (period < 2 || innerLoops < 1 || outerLoops < 0) {
            throw new IllegalArgumentException("STL needs period >= 2, inner loops >= 1, outer loops >= 0: period "
                    + period + ", inner " + innerLoops + ", outer " + outerLoops);
        }
    }

    /**
     * What R's {@code stl(s.window = window)} takes: seasonal degree 0, trend window the next odd above
     * {@code 1.5 period / (1 − 1.5 / window)}, low pass the next odd above the period, a jump of a tenth of each window, two inner loops,
     * no robustness.
     */
    public static StlOptions of(int period, int window) {
        int trend = nextOdd((int) Math.ceil(1.5 * period / (1 - 1.5 / window)));
        int lowPass = nextOdd(period);
        return new StlOptions(period, smoother(window, 0), smoother(trend, 1), smoother(lowPass, 1), 2, 0);
    }

    /** The same without jumps: each point is fitted, at many times the cost. */
    public StlOptions withoutJumps() {
        return new StlOptions(
                period, seasonal.withJump(1), trend.withJump(1), lowPass.withJump(1), innerLoops, outerLoops);
    }

    private static Smoother smoother(int window, int degree) {
        return new Smoother(window, degree, (window + JUMPS_A_WINDOW - 1) / JUMPS_A_WINDOW);
    }

    private static int nextOdd(int number) {
        return number % 2 == 0 ? number + 1 : number;
    }
}
