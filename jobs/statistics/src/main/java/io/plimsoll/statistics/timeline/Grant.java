package io.plimsoll.statistics.timeline;

import java.util.Comparator;

/**
 * The seconds that a window's own policy excludes.
 *
 * @param window the window
 * @param treatment REMOVE or COUNT_GOOD
 * @param covered its seconds in scope and under the cap of its kind
 */
record Grant(ExclusionWindow window, Treatment treatment, Timeline covered) {
    /** The order in which windows that exclude the same second claim it. */
    static final Comparator<Grant> PRECEDENCE = Comparator.comparing(Grant::treatment)
            .thenComparingLong(grant -> grant.window().from())
            .thenComparing(grant -> grant.window().id());
}
