package io.plimsoll.statistics.timeline;

import java.util.List;

/**
 * Excluded time that the same windows exclude.
 *
 * @param from first second
 * @param to first second after it
 * @param treatment REMOVE or COUNT_GOOD
 * @param windowIds every window that excludes it; the first is the one under which its seconds are counted
 */
public record ExclusionSegment(long from, long to, Treatment treatment, List<String> windowIds) {
    /**
     * Rejects a segment without length or without a window.
     *
     * @throws IllegalArgumentException when {@code from >= to} or no window is named
     */
    public ExclusionSegment {
        new Interval(from, to);
        windowIds = List.copyOf(windowIds);
        if (windowIds.isEmpty()) {
            throw new IllegalArgumentException("an excluded second must name its window: [" + from + ", " + to + ")");
        }
    }

    /** Length in seconds. */
    public long seconds() {
        return to - from;
    }

    /** The window under which the seconds are counted. */
    public String countedUnder() {
        return windowIds.get(0);
    }
}
