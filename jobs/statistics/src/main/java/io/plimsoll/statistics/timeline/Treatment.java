package io.plimsoll.statistics.timeline;

/** What an agreement does with the time of a window, the strongest first. */
public enum Treatment {
    /** The time leaves the scope. */
    REMOVE,
    /** The time stays and what was bad in it counts as good. */
    COUNT_GOOD,
    /** No effect, as if the kind were not named. */
    MEASURED
}
