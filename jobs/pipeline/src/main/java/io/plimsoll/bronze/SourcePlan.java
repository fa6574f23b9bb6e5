package io.plimsoll.bronze;

import io.plimsoll.source.Batch;
import io.plimsoll.source.Source;
import io.plimsoll.source.landing.Inspection;
import java.util.List;
import java.util.Map;

/**
 * What an ingestion will do with one source.
 *
 * @param source the source
 * @param readAs digest of its settings
 * @param batches what is to be read
 * @param inspections what the look at each file told, by path
 * @param entries files that are settled already: duplicates and files that cannot be read
 */
record SourcePlan(
        Source source,
        String readAs,
        List<Batch> batches,
        Map<String, Inspection> inspections,
        List<FileEntry> entries) {

    /** The source's name. */
    String name() {
        return source.settings().name();
    }

    boolean hasNothing() {
        return batches.isEmpty() && entries.isEmpty();
    }
}
