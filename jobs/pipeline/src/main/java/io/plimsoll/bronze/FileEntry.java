package io.plimsoll.bronze;

import io.plimsoll.source.landing.LandingFile;
import java.time.Instant;
import java.util.Optional;
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

    /** An entry of a file of which nothing was read yet. */
    static FileEntry of(String source, LandingFile file, Optional<String> digest, long batch, String readAs) {
        boolean isFile = file.sizeBytes() != LandingFile.NO_SIZE;
        return new FileEntry(
                source,
                file.path(),
                isFile ? file.sizeBytes() : null,
                isFile ? file.modifiedAt() : null,
                digest.orElse(null),
                batch,
                Outcome.ACCEPTED,
                0,
                0,
                null,
                null,
                readAs);
    }

    /** The same, rejected whole. */
    FileEntry rejected(String reason) {
        return with(Outcome.REJECTED, 0, 0, reason, null);
    }

    /** The same, not read because another reading delivered the same content. */
    FileEntry duplicateOf(String original) {
        String why = original.equals(path)
                ? "the content did not change since it was last read"
                : "same content as " + original;
        return with(Outcome.DUPLICATE, 0, 0, null, why);
    }

    /** The same with its rows counted. */
    FileEntry counted(long acceptedRows, long rejectedRows, Optional<String> remark) {
        Outcome all = acceptedRows == 0 ? Outcome.REJECTED : Outcome.PARTLY_REJECTED;
        return with(rejectedRows == 0 ? Outcome.ACCEPTED : all, acceptedRows, rejectedRows, null, remark.orElse(null));
    }

    private FileEntry with(
            Outcome newOutcome,
            long acceptedRows,
            long rejectedRows,
            @Nullable String newError,
            @Nullable String newNote) {
        return new FileEntry(
                source,
                path,
                sizeBytes,
                modifiedAt,
                digest,
                batch,
                newOutcome,
                acceptedRows,
                rejectedRows,
                newError,
                newNote,
                readAs);
    }

    boolean looksLike(LandingFile file) {
        return sizeBytes != null
                && sizeBytes == file.sizeBytes()
                && file.modifiedAt().equals(modifiedAt);
    }

    boolean delivered() {
        return outcome == Outcome.ACCEPTED || outcome == Outcome.PARTLY_REJECTED;
    }

    /** Whether not even its bytes were read. Another time they may be: a change of permissions does not show on the file. */
    boolean couldNotBeOpened() {
        return error != null && digest == null;
    }

    /** Whether the file may read better under other settings. */
    boolean lostSomething() {
        return outcome == Outcome.REJECTED || outcome == Outcome.PARTLY_REJECTED;
    }
}
