package io.plimsoll.catalog;

/** Between whom an agreement stands. */
public enum AgreementType {
    /** Service level agreement with a customer. */
    SLA("SLA"),
    /** Operational level agreement between teams. */
    OLA("OLA"),
    /** Underpinning contract with a vendor. */
    UC("UC");

    private final String word;

    AgreementType(String word) {
        this.word = word;
    }

    /** The word of the catalogue. */
    public String word() {
        return word;
    }
}
