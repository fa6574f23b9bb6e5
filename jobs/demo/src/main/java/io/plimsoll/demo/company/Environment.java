package io.plimsoll.demo.company;

/** Where a service runs. */
public enum Environment {
    CLOUD("cloud"),
    ON_PREM("on_prem"),
    LEGACY("legacy"),
    THIRD_PARTY("third_party");

    private final String word;

    Environment(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
