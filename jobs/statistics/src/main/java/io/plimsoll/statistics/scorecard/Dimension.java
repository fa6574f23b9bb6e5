package io.plimsoll.statistics.scorecard;

import java.util.Locale;

/** What a vendor is judged on. Every dimension is scored in [0, 1], higher is better. */
public enum Dimension {
    /** Share of promises met. */
    ATTAINMENT,
    /** Probability that a restoration is in time. */
    RESTORATION,
    /** Probability that a service goes through a quarter without an incident that came before. */
    RECURRENCE,
    /** Share of reports that came in time. */
    PUNCTUALITY,
    /** Share of reports that claim no more than was measured. */
    ACCURACY,
    /** Share of the incidents on record that the reports disclose. */
    DISCLOSURE,
    /** Share of credits due that were paid or offered. */
    CREDITS,
    /** Cost of a good unit beside the class's median. */
    COST,
    /** Probability that attainment is better than in the period before. */
    TREND;

    /** The word of settings and tables. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
