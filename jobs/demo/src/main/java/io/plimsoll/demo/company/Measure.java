package io.plimsoll.demo.company;

/** What an indicator's samples are. */
public enum Measure {
    /** Good and total events of a slot. */
    COUNTS("counts"),
    /** One figure a slot, compared with a threshold. */
    VALUE("value"),
    /** A history of OK, PROBLEM, UNKNOWN. */
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
