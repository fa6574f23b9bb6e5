package io.plimsoll.bronze;

import io.plimsoll.config.Problem;
import java.util.List;

/**
 * What a look at the sources told, before anything is ingested.
 *
 * @param problems settings that fit neither feeds nor files, in the order of the sources
 * @param notes what a person should know although no setting is wrong: files that the next run rejects whole, sources without files
 */
public record SourceReview(List<Problem> problems, List<String> notes) {

    /** Copies the lists. */
    public SourceReview {
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }
}
