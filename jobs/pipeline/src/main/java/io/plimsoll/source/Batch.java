package io.plimsoll.source;

import io.plimsoll.source.format.Reading;
import io.plimsoll.source.landing.LandingFile;
import io.plimsoll.source.mapping.Mapping;
import java.util.List;
import java.util.Set;

/**
 * Files of one source that have the same columns and so the same mapping.
 *
 * @param reading the files
 * @param mapping their way to the feed
 */
public record Batch(Reading reading, Mapping mapping) {

    /** The files. */
    public List<LandingFile> files() {
        return reading.files();
    }

    /** The same with those of its files whose paths are given. */
    public Batch only(Set<String> paths) {
        return of(files().stream().filter(file -> paths.contains(file.path())).toList());
    }

    /** The same with some of its files. */
    public Batch of(List<LandingFile> some) {
        return new Batch(reading.of(some), mapping);
    }
}
