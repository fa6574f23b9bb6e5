package io.plimsoll.demo.signal;

import io.plimsoll.demo.history.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The state of one indicator at any second: UNKNOWN while nobody watched, PROBLEM during a fault, else OK. */
public final class StateSignal {

    private final List<Span> problems;
    private final List<Span> unknowns;

    StateSignal(List<Span> problems, List<Span> unknowns) {
        this.problems = problems;
        this.unknowns = unknowns;
    }

    private String at(long epochSecond) {
        if (Span.anyContains(unknowns, epochSecond)) {
            return "UNKNOWN";
        }
        return Span.anyContains(problems, epochSecond) ? "PROBLEM" : "OK";
    }

    /** Every change of state, oldest first; the state before the first one is OK. */
    public List<StateChange> changes() {
        TreeSet<Instant> edges = new TreeSet<>(Comparator.naturalOrder());
        Stream.concat(problems.stream(), unknowns.stream()).forEach(span -> {
            edges.add(span.from());
            edges.add(span.to());
        });
        List<StateChange> changes = new ArrayList<>();
        String previous = "OK";
        for (Instant edge : edges) {
            String state = at(edge.getEpochSecond());
            if (!state.equals(previous)) {
                changes.add(new StateChange(edge, state, previous));
                previous = state;
            }
        }
        return changes;
    }
}
