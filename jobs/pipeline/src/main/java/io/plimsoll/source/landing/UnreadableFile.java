package io.plimsoll.source.landing;

/** A file that cannot be read as what its source says it is; it is rejected whole. */
public final class UnreadableFile extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param message what is wrong with the file, for the person who delivered it */
    public UnreadableFile(String message) {
        super(message);
    }
}
