package io.plimsoll.config;

import java.util.List;

/**
 * What could be read, and everything that is wrong.
 *
 * @param value the part that is right; what depended on something wrong is not in it
 * @param problems in the order of files and lines; empty when everything is right
 */
public record Loaded<T>(T value, List<Problem> problems) {

    /** Copies the problems. */
    public Loaded {
        problems = List.copyOf(problems);
    }
}
