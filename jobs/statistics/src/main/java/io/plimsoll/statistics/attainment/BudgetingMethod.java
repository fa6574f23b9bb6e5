package io.plimsoll.statistics.attainment;

/** OpenSLO's three ways to weigh what happened. */
public enum BudgetingMethod {
    /** Σ good / Σ total. */
    OCCURRENCES,
    /** Good slices / slices; a slice is good when its own ratio reaches the slice target. */
    TIMESLICES,
    /** The mean of the slice ratios. */
    RATIO_TIMESLICES
}
