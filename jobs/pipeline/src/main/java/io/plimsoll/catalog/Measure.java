package io.plimsoll.catalog;

/** What an indicator delivers. */
public enum Measure {
    /** Good and total events of a slot. */
    COUNTS("counts"),
    /** One value of a slot, which an objective compares with its threshold. */
    VALUE("value"),
    /** Changes between OK, PROBLEM and UNKNOWN. */
    STATE("state");

    private final String word;

    Measure(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
