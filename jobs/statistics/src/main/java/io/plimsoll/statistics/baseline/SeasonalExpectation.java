package io.plimsoll.statistics.baseline;

import io.plimsoll.statistics.interval.Sample;
import java.util.Arrays;

/**
 * What a series was at this time of its season before: the median over earlier seasons, of the three values nearest to the same time each. How well it did is remembered, an error
 * counting half after a week.
 */
final class SeasonalExpectation {
    private static final long REACH_SECONDS = 900;
    private static final double HALF_LIFE_SECONDS = 7 * 86_400;

    private final long periodSeconds;
    private final int fewest;
    private final int most;
    private double errors;
    private double weights;
    private long lastSecond;

    /** A season looked back to from {@code fewest} up to {@code most} times. */
    SeasonalExpectation(long periodSeconds, int fewest, int most) {
        this.periodSeconds = periodSeconds;
        this.fewest = fewest;
        this.most = most;
    }

    /** The expectation; NaN with fewer earlier seasons than needed. */
    double at(long second, TimedValues past) {
        double[] earlier = new double[most];
        int found = 0;
        for (int seasons = 1; seasons <= most; seasons++) {
            long same = second - seasons * periodSeconds;
            if (same < past.firstSecond() - REACH_SECONDS) {
                break;
            }
            double value = past.near(same, REACH_SECONDS);
            if (!Double.isNaN(value)) {
                earlier[found++] = value;
            }
        }
        return found < fewest
                ? Double.NaN
                : Sample.of(Arrays.copyOf(earlier, found)).orElseThrow().median();
    }

    /** Remembers how far an expectation was off. */
    void learn(long second, double error) {
        double kept = weights == 0 ? 0 : Math.pow(2, (lastSecond - second) / HALF_LIFE_SECONDS);
        errors = kept * errors + error;
        weights = kept * weights + 1;
        lastSecond = second;
    }

    /** Mean error of late; infinite before the first. */
    double recentError() {
        return weights == 0 ? Double.POSITIVE_INFINITY : errors / weights;
    }
}
