package io.plimsoll.cli;

import java.util.List;

/** The user's input is wrong: every problem in a line of its own, without a trace. */
final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param problems what, where, which value, what to do */
    UserError(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }

    UserError(String problem) {
        this(List.of(problem));
    }
}
