package io.plimsoll.source.format;

import io.plimsoll.source.landing.Landing;
import io.plimsoll.source.landing.LandingFile;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.types.StructType;

/**
 * Files of one source that are read together.
 *
 * @param request what the source wants of them
 * @param landing where they lie
 * @param columns the columns that they have in common
 * @param files at least one
 * @param condition which rows of a table are new, in Spark SQL; empty for files
 */
public record Reading(
        Request request, Landing landing, StructType columns, List<LandingFile> files, Optional<String> condition) {

    /** Copies the list. */
    public Reading {
        files = List.copyOf(files);
    }

    /** The files' URIs. */
    public String[] uris() {
        return files.stream().map(LandingFile::uri).toArray(String[]::new);
    }

    /** The same for some of the files. */
    public Reading of(List<LandingFile> some) {
        return new Reading(request, landing, columns, some, condition);
    }
}
