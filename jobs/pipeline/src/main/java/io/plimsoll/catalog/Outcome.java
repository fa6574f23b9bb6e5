package io.plimsoll.catalog;

/** What an indicator says. */
public enum Outcome {
    /** How the machinery does. */
    TECHNICAL("technical"),
    /** Whether the business got what it came for. */
    OUTCOME("outcome");

    private final String word;

    Outcome(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
