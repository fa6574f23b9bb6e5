package io.plimsoll.catalog;

/** What a slice is in which no slot was received. */
public enum MissingData {
    /** It leaves both sums. */
    IGNORE("ignore"),
    /** It is bad. */
    BAD("bad"),
    /** It is good. */
    GOOD("good");

    private final String word;

    MissingData(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
