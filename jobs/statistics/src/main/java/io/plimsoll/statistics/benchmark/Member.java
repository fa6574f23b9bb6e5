package io.plimsoll.statistics.benchmark;

import org.jspecify.annotations.Nullable;

/**
 * What one service did over a stretch of days.
 *
 * @param group the services that it can be compared with; null when it is like none
 * @param own whether it belongs to what is compared, and not to the others
 * @param days days with events, at least 1
 * @param bad bad events, from 0 to {@code events}
 * @param events all events, more than 0
 * @param daySquares Σ(bad of a day − ratio · events of the day)² over the days, at least 0: how unevenly what was bad fell
 */
public record Member(@Nullable String group, boolean own, long days, double bad, double events, double daySquares) {

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public Member {
        if (days < 1 || !(events > 0) || !(bad >= 0 && bad <= events) || !(daySquares >= 0)) {
            throw new IllegalArgumentException("days " + days + ", bad " + bad + ", events " + events + ", squares "
                    + daySquares + ": expected days, and bad as a part of events");
        }
    }

    /** Variance of the ratio bad / events as days were drawn (ratio estimator, Cochran 1977, 2.11); NaN of a single day. */
    double ratioVariance() {
        return days < 2 ? Double.NaN : daySquares * days / (days - 1) / (events * events);
    }
}
