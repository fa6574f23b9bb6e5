package io.plimsoll.bronze;

import io.plimsoll.source.landing.LandingFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code ops.ingested_file}.
 *
 * @param source the source's name
 * @param path the file as the ledger names it
 * @param sizeBytes null for a database
 * @param modifiedAt null for a database
 * @param digest null when the bytes could not be read
 * @param batch the ingestion
 * @param outcome what became of the file
 * @param accepted rows accepted
 * @param rejected rows rejected
 * @param error why the whole file was rejected, or null
 * @param note what else is worth knowing, or null
 * @param readAs digest of the source's settings
 */
record FileEntry(
        String source,
        String path,
        @Nullable Long sizeBytes,
        @Nullable Instant modifiedAt,
        @Nullable String digest,
        long batch,
        Outcome outcome,
        long accepted,
        long rejected,
        @Nullable String error,
        @Nullable String note,
        String readAs) {

    boolean looksLike(LandingFile file) {
        return sizeBytes != null
                && sizeBytes == file.sizeBytes()
                && file.modifiedAt().equals(modifiedAt);
    }

    boolean delivered() {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.PARTLY_REJECTED;
    }

    /** Whether the file may read better under other settings. */
    boolean lostSomething() {
        return outcome == Outcome.REJECTED || outcome == Outcome.PARTLY_REJECTED;
    }
}
