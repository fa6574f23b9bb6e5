package io.plimsoll.bronze;

import io.plimsoll.source.Batch;
import io.plimsoll.source.Source;
import io.plimsoll.source.landing.LandingFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Finds the files that made a Spark job fail although each looked whole when it was inspected: only reading every record tells
 * that a page in the middle of a Parquet file is damaged. The files are read again without writing anything, first all, then
 * halves of those that fail, so the search costs little more than reading the whole ones once. What fails for another reason, or
 * only once, is not found.
 */
final class DamagedFiles {

    private static final int MOST_CAUSES = 50;

    private final Source source;
    private final Map<String, String> errors = new TreeMap<>();

    private DamagedFiles(Source source) {
        this.source = source;
    }

    /** The paths of the damaged ones with what the reader says of each, in one line. */
    static Map<String, String> among(Source source, List<Batch> batches) {
        DamagedFiles damaged = new DamagedFiles(source);
        batches.forEach(damaged::search);
        return damaged.errors;
    }

    private void search(Batch batch) {
        List<LandingFile> files = batch.files();
        Optional<String> failure = failure(batch);
        if (failure.isEmpty()) {
            return;
        }
        if (files.size() == 1) {
            errors.put(files.get(0).path(), failure.get());
            return;
        }
        search(batch.of(files.subList(0, files.size() / 2)));
        search(batch.of(files.subList(files.size() / 2, files.size())));
    }

    private Optional<String> failure(Batch batch) {
        try {
            source.readThrough(batch);
            return Optional.empty();
        } catch (Exception failure) {
            String reason = reason(failure);
            return Optional.of(
                    source.isTable()
                            ? "the table cannot be read (" + reason + ")"
                            : "the file is damaged (" + reason + "); deliver it again");
        }
    }

    /** The reader's own words, which lie deepest; Spark's are about jobs and stages. */
    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        for (int depth = 0; deepest.getCause() != null && depth < MOST_CAUSES; depth++) {
            deepest = deepest.getCause();
        }
        String message = String.valueOf(deepest.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
