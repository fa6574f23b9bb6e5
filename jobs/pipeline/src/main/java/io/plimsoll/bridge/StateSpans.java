package io.plimsoll.bridge;

import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/**
 * The states seen in a scope.
 *
 * @param byState seconds of each state, disjoint, together the whole scope; empty without a state history
 * @param initialState state at the start of the period, or {@code assumed}; null without a state history
 */
record StateSpans(Map<String, Timeline> byState, @Nullable String initialState) {

    static StateSpans none() {
        return new StateSpans(Map.of(), null);
    }

    /** Before the first event the state is what that event says it was, else assumed OK. */
    static StateSpans of(Row terms, Timeline scope) {
        Map<String, List<Interval>> seen = new HashMap<>();
        for (Row stretch : terms.<Row>getList(terms.fieldIndex("states"))) {
            seen.computeIfAbsent(stretch.getAs("state"), state -> new ArrayList<>())
                    .add(new Interval(stretch.<Long>getAs("from"), stretch.<Long>getAs("to")));
        }
        Map<String, Timeline> byState = new HashMap<>();
        Timeline rest = scope;
        for (Map.Entry<String, List<Interval>> state : seen.entrySet()) {
            Timeline seconds = Timeline.of(state.getValue());
            byState.put(state.getKey(), seconds.intersect(scope));
            rest = rest.subtract(seconds);
        }
        String before = stateBefore(terms);
        byState.merge(before.equals("assumed") ? "OK" : before, rest, Timeline::union);
        return new StateSpans(byState, initialState(terms, before));
    }

    /** What the first event says of the time before it, if it lies before the period's end; a later one says nothing here. */
    private static String stateBefore(Row terms) {
        Long firstAt = terms.getAs("first_at");
        String before = terms.getAs("initial_state");
        return firstAt == null || before == null || firstAt >= terms.<Long>getAs("period_to") ? "assumed" : before;
    }

    private static String initialState(Row terms, String before) {
        long start = terms.<Long>getAs("period_from");
        Long firstAt = terms.getAs("first_at");
        if (firstAt == null || start < firstAt) {
            return before;
        }
        return seenAt(terms, start, before);
    }

    private static String seenAt(Row terms, long instant, String otherwise) {
        for (Row stretch : terms.<Row>getList(terms.fieldIndex("states"))) {
            if (stretch.<Long>getAs("from") <= instant && instant < stretch.<Long>getAs("to")) {
                return stretch.getAs("state");
            }
        }
        return otherwise;
    }
}
