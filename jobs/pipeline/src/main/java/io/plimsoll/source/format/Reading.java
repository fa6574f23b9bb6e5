package io.plimsoll.source.format;

import io.plimsoll.source.landing.LandingFile;
import java.util.List;
import org.apache.spark.sql.types.StructType;

/**
 * Files of one source that are read together.
 *
 * @param request what the source wants of them
 * @param columns the columns that they have in common
 * @param files at least one
 */
public record Reading(Request request, StructType columns, List<LandingFile> files) {

    /** The files' URIs. */
    public String[] uris() {
        return files.stream().map(LandingFile::uri).toArray(String[]::new);
    }
}
