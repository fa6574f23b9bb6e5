package io.plimsoll.catalog;

/** How the objectives of a composite SLO make one figure. */
public enum Combination {
    /** The weighted mean of what they attain. */
    WEIGHTED("weighted"),
    /** All are needed: when all were good at once. */
    SERIAL("serial"),
    /** One is enough: when at least one was good. */
    PARALLEL("parallel");

    private final String word;

    Combination(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
