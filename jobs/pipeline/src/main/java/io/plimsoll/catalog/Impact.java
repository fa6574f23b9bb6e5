package io.plimsoll.catalog;

/** How much an automation or a runbook can break. */
public enum Impact {
    /** Little: it can be repeated without harm. */
    LOW("low"),
    /** Some users notice when it goes wrong. */
    MEDIUM("medium"),
    /** A service suffers when it goes wrong. */
    HIGH("high");

    private final String word;

    Impact(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
