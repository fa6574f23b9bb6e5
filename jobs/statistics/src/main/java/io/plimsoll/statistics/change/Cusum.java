package io.plimsoll.statistics.change;

import java.util.ArrayList;
import java.util.List;

/**
 * Tabular CUSUM (Page 1954; Montgomery, chapter 9): sums of what is beyond {@code mean ± slack·σ}; a sum above {@code limit·σ} is an alarm, after which both start anew. It finds
 * small lasting shifts that no single value shows.
 *
 * @param mean the level to hold
 * @param sigma spread of a value, positive
 * @param slack half the shift to be found, in σ; not negative
 * @param limit in σ, positive
 */
public record Cusum(double mean, double sigma, double slack, double limit) {
    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public Cusum {
        if (!(sigma > 0) || !(slack >= 0) || !(limit > 0) || !Double.isFinite(mean)) {
            throw new IllegalArgumentException("CUSUM around " + mean + " with sigma " + sigma + ", slack " + slack
                    + " and limit " + limit + ": expected a number, > 0, >= 0 and > 0");
        }
    }

    /** For shifts of one σ: slack 0.5, limit 5, about 465 values between false alarms. */
    public static Cusum of(double mean, double sigma) {
        return new Cusum(mean, sigma, 0.5, 5);
    }

    /**
     * An alarm.
     *
     * @param at index of the value that raised it
     * @param since index at which the sum left 0: the likely start of the shift
     * @param up whether the level rose
     */
    public record Alarm(int at, int since, boolean up) {}

    /** Alarms in time order. Values that are NaN are passed over; none for an empty series. */
    public List<Alarm> alarms(double[] values) {
        List<Alarm> alarms = new ArrayList<>();
        double up = 0;
        double down = 0;
        int upSince = 0;
        int downSince = 0;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            double deviation = (values[i] - mean) / sigma;
            upSince = up == 0 ? i : upSince;
            downSince = down == 0 ? i : downSince;
            up = Math.max(0, up + deviation - slack);
            down = Math.max(0, down - deviation - slack);
            if (up > limit || down > limit) {
                alarms.add(up > limit ? new Alarm(i, upSince, true) : new Alarm(i, downSince, false));
                up = 0;
                down = 0;
            }
        }
        return alarms;
    }
}
