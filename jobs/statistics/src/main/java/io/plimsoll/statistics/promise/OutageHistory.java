package io.plimsoll.statistics.promise;

import java.util.Arrays;

/**
 * What a service's past says about outages: how many each period had and how long they lasted. Periods without an outage count: they are evidence too.
 */
public final class OutageHistory {
    private final double periodSeconds;
    private final int[] outages;
    private final double[] durationSeconds;

    private OutageHistory(double periodSeconds, int[] outages, double[] durationSeconds) {
        this.periodSeconds = periodSeconds;
        this.outages = outages;
        this.durationSeconds = durationSeconds;
    }

    /**
     * A history, copied.
     *
     * @param periodSeconds length of the period that a target is promised for, positive
     * @param outages count of each observed period, in time order; none is negative
     * @param durationSeconds outages in time order, each positive and finite. Usually the sum of {@code outages}; where the service has few of its own, those of its
     *     class may be lent. May be empty: then only a period without any outage can be judged.
     * @throws IllegalArgumentException when a figure is none of these
     */
    public static OutageHistory of(double periodSeconds, int[] outages, double[] durationSeconds) {
        if (!(periodSeconds > 0) || Double.isInfinite(periodSeconds)) {
            throw new IllegalArgumentException("a period of " + periodSeconds + " seconds: expected a positive number");
        }
        for (int count : outages) {
            if (count < 0) {
                throw new IllegalArgumentException("a period with " + count + " outages: a count is not negative");
            }
        }
        for (double duration : durationSeconds) {
            if (!(duration > 0) || Double.isInfinite(duration)) {
                throw new IllegalArgumentException("an outage of " + duration + " seconds: expected a positive number");
            }
        }
        return new OutageHistory(periodSeconds, outages.clone(), durationSeconds.clone());
    }

    /** Length of a period. */
    public double periodSeconds() {
        return periodSeconds;
    }

    /** How many periods were observed. */
    public int periods() {
        return outages.length;
    }

    /** Outages of one period, the first being 0. */
    public int outages(int period) {
        return outages[period];
    }

    /** Outages of all periods. */
    public int totalOutages() {
        return Arrays.stream(outages).sum();
    }

    /** How many durations are known. */
    public int durations() {
        return durationSeconds.length;
    }

    /** One duration, the first being 0. */
    public double durationSeconds(int outage) {
        return durationSeconds[outage];
    }
}
