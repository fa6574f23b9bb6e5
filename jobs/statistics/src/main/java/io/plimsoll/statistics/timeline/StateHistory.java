package io.plimsoll.statistics.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The states of one indicator as one tool reported them.
 *
 * <p>A state holds from its event to the next one. An event whose {@code previous_state} is UNKNOWN says that the
 * interval since the last event was not watched: that interval is UNKNOWN. Any other contradiction between a
 * {@code previous_state} and the state last seen leaves the state last seen. Before the first event its
 * {@code previous_state} holds, else OK is assumed.
 *
 * <p>Of several events at one second the last in the given order counts, whole, with its {@code previous_state}: a
 * feed's later row replaces an earlier one of the same key.
 */
public final class StateHistory {
    private final List<StateEvent> events;

    private StateHistory(List<StateEvent> events) {
        this.events = events;
    }

    /**
     * A history from events in any order of time. Events after the run's {@code as_of} do not belong in it: they would say
     * something about the time before them.
     */
    public static StateHistory of(Collection<StateEvent> events) {
        NavigableMap<Long, StateEvent> byInstant = new TreeMap<>();
        events.forEach(event -> byInstant.put(event.at(), event));
        return new StateHistory(List.copyOf(byInstant.values()));
    }

    /** All of it, from {@link Long#MIN_VALUE} to {@link Long#MAX_VALUE}. */
    public List<StateInterval> intervals() {
        return intervals(Long.MIN_VALUE);
    }

    /**
     * The contiguous intervals from an origin to {@link Long#MAX_VALUE}; neighbours of the same state are one. Without an
     * event: OK.
     *
     * @param origin epoch second at which the first interval starts
     */
    public List<StateInterval> intervals(long origin) {
        return clipped(origin, Long.MAX_VALUE);
    }

    /**
     * Where the state before the first event comes from: its {@code previous_state}, else assumed.
     */
    public InitialState initialState() {
        return firstPreviousState().isPresent() ? InitialState.PREVIOUS_STATE : InitialState.ASSUMED;
    }

    /**
     * The states in {@code [from, to)}. The state at {@code from} is, in this order: the last event at or before it; the
     * {@code previous_state} of the first event inside; else OK, assumed. An event after the window does not say what
     * held in a window that has no event before or inside it.
     *
     * @throws IllegalArgumentException when {@code from >= to}
     */
    public StateTimeline within(long from, long to) {
        Interval window = new Interval(from, to);
        if (events.isEmpty() || events.get(0).at() >= window.to()) {
            return new StateTimeline(
                    InitialState.ASSUMED, List.of(new StateInterval(IndicatorState.OK, window.from(), window.to())));
        }
        InitialState initial = events.get(0).at() <= from ? InitialState.EVENT : initialState();
        return new StateTimeline(initial, clipped(from, to));
    }

    private List<StateInterval> clipped(long from, long to) {
        List<StateInterval> intervals = new ArrayList<>();
        IndicatorState state = firstPreviousState().orElse(IndicatorState.OK);
        long since = Long.MIN_VALUE;
        for (StateEvent event : events) {
            append(intervals, watched(state, event), Math.max(since, from), Math.min(event.at(), to));
            state = event.state();
            since = event.at();
        }
        append(intervals, state, Math.max(since, from), to);
        return List.copyOf(intervals);
    }

    private static IndicatorState watched(IndicatorState lastSeen, StateEvent next) {
        boolean unwatched = next.previousState().equals(Optional.of(IndicatorState.UNKNOWN));
        return unwatched ? IndicatorState.UNKNOWN : lastSeen;
    }

    private static void append(List<StateInterval> intervals, IndicatorState state, long from, long to) {
        if (from >= to) {
            return;
        }
        int last = intervals.size() - 1;
        if (last >= 0 && intervals.get(last).state() == state) {
            intervals.set(last, new StateInterval(state, intervals.get(last).from(), to));
        } else {
            intervals.add(new StateInterval(state, from, to));
        }
    }

    private Optional<IndicatorState> firstPreviousState() {
        return events.isEmpty() ? Optional.empty() : events.get(0).previousState();
    }
}
