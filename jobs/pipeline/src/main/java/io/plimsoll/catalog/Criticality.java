package io.plimsoll.catalog;

/** How much depends on a service, the most first. */
public enum Criticality {
    /** The business stops without it. */
    CRITICAL("critical"),
    /** Much of the business suffers without it. */
    HIGH("high"),
    /** Some work waits without it. */
    NORMAL("normal"),
    /** Hardly anybody notices. */
    LOW("low");

    private final String word;

    Criticality(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
