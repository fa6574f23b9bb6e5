package io.plimsoll.source.landing;

import java.time.Instant;

/**
 * One file that a source's path names.
 *
 * @param path below the workspace, or the whole URI when the file lies elsewhere; as it stands in the ledger
 * @param uri the whole URI, not encoded
 * @param sizeBytes length; {@link #NO_SIZE} for a table, and for what may not be looked at
 * @param modifiedAt time of the last change, milliseconds
 * @param directory whether it is a folder, where a file is expected or that cannot be listed
 */
public record LandingFile(String path, String uri, long sizeBytes, Instant modifiedAt, boolean directory) {

    /** The size of what is no file. */
    public static final long NO_SIZE = -1;

    /** Whether size and time of change are those of another sight of the same file. */
    public boolean looksLike(LandingFile other) {
        return sizeBytes == other.sizeBytes && modifiedAt.equals(other.modifiedAt);
    }

    /** The folder that holds the file, as in {@link #path}; empty at the root. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }
}
