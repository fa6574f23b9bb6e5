package io.plimsoll.cli;

import io.plimsoll.config.Problem;
import java.util.List;

/** Problems as a person reads them. */
final class Problems {

    private Problems() {}

    /** A line a problem. */
    static List<String> lines(List<Problem> problems) {
        return problems.stream().map(Problem::toString).toList();
    }
}
