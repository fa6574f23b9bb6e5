package io.plimsoll.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * What a run did with one table.
 *
 * @param table its name
 * @param kind written, unchanged or stopped by a check
 * @param reason why it was recomputed
 * @param partitions partitions that were recomputed; empty for the whole table
 * @param rowsWritten rows in the partitions that were replaced
 * @param version the table's version afterwards
 * @param inputs version of every input that was read
 * @param definition fingerprint of the table's declaration
 * @param startedAt when it began
 * @param seconds elapsed time
 * @param problem the check that stopped it, else empty
 */
public record Outcome(
        String table,
        Kind kind,
        String reason,
        Optional<NavigableSet<LocalDate>> partitions,
        long rowsWritten,
        long version,
        Map<String, Long> inputs,
        String definition,
        Instant startedAt,
        double seconds,
        Optional<String> problem) {

    /** How a table's turn ended. */
    public enum Kind {
        /** A new version was written. */
        WRITTEN,
        /** It was recomputed and every row was as before. */
        UNCHANGED,
        /** A check failed; the version before stays published. */
        STOPPED
    }
}
