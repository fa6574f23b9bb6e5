package io.plimsoll.bronze;

import java.util.Locale;

/** What became of a file. */
enum Outcome {
    ACCEPTED,
    PARTLY_REJECTED,
    REJECTED,
    DUPLICATE;

    /** The word in the ledger. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Outcome of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
