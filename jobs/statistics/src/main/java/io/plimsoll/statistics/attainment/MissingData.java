package io.plimsoll.statistics.attainment;

/** What a slice of which no slot was received counts as. */
public enum MissingData {
    /** It leaves both sums. */
    IGNORE,
    /** A bad slice, unless exclusions count all of it as good. */
    BAD,
    /** A good slice. */
    GOOD
}
