package io.plimsoll.statistics.timeline;

/** What a tool says about an indicator at an instant. */
public enum IndicatorState {
    /** Within its promise. */
    OK,
    /** Not within it. */
    PROBLEM,
    /** Not watched; such time is neither good nor bad. */
    UNKNOWN
}
