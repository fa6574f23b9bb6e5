package io.plimsoll.cli;

import io.plimsoll.config.Problem;
import java.util.List;

/** Problems as a person reads them. */
final class ProblemLines {

    private ProblemLines() {}

    /** A line a problem. */
    static List<String> of(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
