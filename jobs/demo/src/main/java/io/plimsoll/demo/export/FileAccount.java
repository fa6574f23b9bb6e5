package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.truth.Truth;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ops.ingested_file} must say of a file.
 *
 * @param path below the workspace
 * @param outcome accepted, partly_rejected, rejected or duplicate
 * @param rowsRead null when the outcome says enough: for a duplicate, or a file that cannot be read
 */
record FileAccount(
        String source,
        String path,
        String outcome,
        @Nullable Long rowsRead,
        @Nullable Long rowsRejected,
        String sentence) {

    static FileAccount rows(String source, String path, long read, long rejected, String sentence) {
        return new FileAccount(source, path, rejected == 0 ? "accepted" : "partly_rejected", read, rejected, sentence);
    }

    static FileAccount whole(String source, String path, String outcome, String sentence) {
        return new FileAccount(source, path, outcome, null, null, sentence);
    }

    Truth truth() {
        Long accepted = rowsRead == null || rowsRejected == null ? null : rowsRead - rowsRejected;
        return new Truth(
                "file:" + path,
                "ops.ingested_file",
                Ordered.map("source", source).and("path", path).build(),
                Ordered.map("outcome", outcome)
                        .and("rows_read", rowsRead)
                        .and("rows_accepted", accepted)
                        .and("rows_rejected", rowsRejected)
                        .build(),
                sentence);
    }
}
