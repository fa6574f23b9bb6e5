package io.plimsoll.cli;

/** How rows are printed; the names are what a person types. */
enum ResultFormat {
    /** Aligned columns for reading. */
    table,
    /** Comma separated with a header; texts quoted where they must be, null as nothing. */
    csv,
    /** A JSON document a line. */
    json
}
