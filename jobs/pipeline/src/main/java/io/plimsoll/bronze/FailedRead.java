package io.plimsoll.bronze;

import io.plimsoll.source.landing.LandingFile;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkThrowable;
import org.jspecify.annotations.Nullable;

/**
 * A file that a Spark job could not read although it looked whole.
 *
 * @param path the file as the ledger names it
 * @param error what the reader said, in one line
 */
record FailedRead(String path, String error) {

    private static final String CONDITION = "FAILED_READ_FILE";
    private static final int MOST_CAUSES = 50;

    /** The file of this ingestion on which a job failed; empty when it failed for another reason. */
    static Optional<FailedRead> in(Throwable failure, List<LandingFile> files) {
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MOST_CAUSES; depth++) {
            if (cause instanceof SparkThrowable known
                    && String.valueOf(known.getCondition()).startsWith(CONDITION)) {
                String uri = known.getMessageParameters().getOrDefault("path", "");
                String reason = reason(cause);
                return files.stream()
                        .filter(file -> new Path(file.uri()).toUri().toString().equals(uri)
                                || file.uri().equals(uri))
                        .map(file ->
                                new FailedRead(file.path(), "the file is damaged: " + reason + "; deliver it again"))
                        .findFirst();
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        for (int depth = 0; deepest.getCause() != null && depth < MOST_CAUSES; depth++) {
            deepest = deepest.getCause();
        }
        String message = String.valueOf(deepest.getMessage());
        return message.lines().findFirst().orElse(message);
    }
}
