package io.plimsoll.config;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Collects problems while a document is read, so that all of them are reported together. */
public final class Problems {

    private final Set<Problem> found = new LinkedHashSet<>();

    /** Adds one; what was found already is not added again. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Adds several. */
    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    /** Those found so far, in the order in which they were found. */
    public List<Problem> view() {
        return List.copyOf(found);
    }

    /** Whether nothing is wrong so far. */
    public boolean isEmpty() {
        return found.isEmpty();
    }
}
