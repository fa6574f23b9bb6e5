package io.plimsoll.catalog;

/** Where a service runs. */
public enum HostEnvironment {
    /** On a public cloud. */
    CLOUD("cloud"),
    /** On machines of the organisation. */
    ON_PREM("on_prem"),
    /** On a platform that is no longer developed. */
    LEGACY("legacy"),
    /** At a vendor. */
    THIRD_PARTY("third_party");

    private final String word;

    HostEnvironment(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
