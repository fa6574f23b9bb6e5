package io.plimsoll.forecast;

import java.util.List;

/** A file of series that cannot be forecast as it is; each problem says what, where, which value, what to do. */
public final class WrongSeries extends Exception {

    private static final long serialVersionUID = 1L;

    /** @param problems at least one, a line each */
    WrongSeries(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }

    WrongSeries(String problem) {
        this(List.of(problem));
    }
}
