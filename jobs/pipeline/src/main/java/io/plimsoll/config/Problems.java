package io.plimsoll.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/** Collects problems while a document is read, so that all of them are reported together. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    /** Adds one. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Adds several. */
    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** Those found so far, in the order in which they were found; it cannot be changed and follows what is added later. */
    public List<Problem> view() {
        return Collections.unmodifiableList(found);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }
}
