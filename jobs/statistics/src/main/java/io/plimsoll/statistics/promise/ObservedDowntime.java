package io.plimsoll.statistics.promise;

import io.plimsoll.statistics.interval.Proportion;

/** Downtime of the observed periods, where every outage has its own duration. */
final class ObservedDowntime {
    private ObservedDowntime() {}

    /** Periods within a budget of downtime; nothing observed when the durations were lent by others. */
    static Proportion met(OutageHistory history, double budgetSeconds) {
        if (history.totalOutages() != history.durations()) {
            return new Proportion(0, 0);
        }
        int met = 0;
        int next = 0;
        for (int period = 0; period < history.periods(); period++) {
            double downtime = 0;
            for (int outage = 0; outage < history.outages(period); outage++) {
                downtime += history.durationSeconds(next++);
            }
            met += downtime <= budgetSeconds ? 1 : 0;
        }
        return new Proportion(met, history.periods());
    }
}
