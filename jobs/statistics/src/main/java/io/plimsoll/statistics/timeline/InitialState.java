package io.plimsoll.statistics.timeline;

/** Where the state at the start of a window comes from, the strongest evidence first. */
public enum InitialState {
    /** The last event at or before the start. */
    EVENT,
    /** The {@code previous_state} of the first event inside. */
    PREVIOUS_STATE,
    /** No evidence: OK was assumed, and the figure has to say so. */
    ASSUMED
}
