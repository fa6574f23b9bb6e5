package io.plimsoll.catalog;

/**
 * Where something is declared.
 *
 * @param file the file, relative to the workspace
 * @param line line on which its document begins, counted from 1
 */
public record Origin(String file, int line) {

    /** As it stands in messages, {@code catalog/a.yaml:12}. */
    @Override
    public String toString() {
        return file + ":" + line;
    }
}
