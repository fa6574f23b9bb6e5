package io.plimsoll.catalog;

/** What an agreement does with the time of a window. */
public enum Treatment {
    /** The time leaves the scope. */
    REMOVE("remove"),
    /** The time stays, and what was bad in it counts as good. */
    COUNT_GOOD("count_good"),
    /** No effect, as if the kind were not named. */
    MEASURED("measured");

    private final String word;

    Treatment(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
