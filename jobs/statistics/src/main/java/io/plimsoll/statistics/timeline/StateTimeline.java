package io.plimsoll.statistics.timeline;

import java.util.List;

/**
 * The states of one indicator in a window: contiguous intervals that cover it.
 *
 * @param initialState where the state at the window's start comes from
 * @param intervals ascending, without a hole; neighbours differ in state
 */
public record StateTimeline(InitialState initialState, List<StateInterval> intervals) {
    /** Copies what it is given. */
    public StateTimeline {
        intervals = List.copyOf(intervals);
    }

    /** The seconds in which a state held. */
    public Timeline in(IndicatorState state) {
        return Timeline.of(intervals.stream()
                .filter(interval -> interval.state() == state)
                .map(interval -> new Interval(interval.from(), interval.to()))
                .toList());
    }

    /** The seconds seen good and seen bad; what is in neither is unknown. */
    public Observation observation() {
        return new Observation(in(IndicatorState.OK), in(IndicatorState.PROBLEM));
    }
}
