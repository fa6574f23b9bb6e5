package io.plimsoll.catalog;

/** The comparison that makes a value good: value, comparison, threshold. */
public enum Comparison {
    /** Less than the threshold. */
    LT("lt"),
    /** At most the threshold. */
    LTE("lte"),
    /** More than the threshold. */
    GT("gt"),
    /** At least the threshold. */
    GTE("gte");

    private final String word;

    Comparison(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
