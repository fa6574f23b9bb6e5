package io.plimsoll.catalog;

/** How an objective counts (OpenSLO {@code budgetingMethod}). */
public enum BudgetingMethod {
    /** Good events of all events. */
    OCCURRENCES("Occurrences"),
    /** Good slices of all slices. */
    TIMESLICES("Timeslices"),
    /** The mean of the slices' own ratios. */
    RATIO_TIMESLICES("RatioTimeslices");

    private final String word;

    BudgetingMethod(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
