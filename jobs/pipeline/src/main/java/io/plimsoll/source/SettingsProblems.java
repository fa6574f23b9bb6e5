package io.plimsoll.source;

import io.plimsoll.config.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** The settings of sources do not fit their feeds or files. Nothing was written. */
public final class SettingsProblems extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** @param problems at least one */
    public SettingsProblems(List<Problem> problems) {
        super(problems.stream()
                .map(problem ->
                        problem.file() + ":" + problem.line() + ": " + problem.field() + ": " + problem.message())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Everything that is wrong, in the order of the sources. */
    public List<Problem> problems() {
        return problems;
    }
}
