package io.plimsoll.statistics.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Cuts overlapping grants into segments that the same windows exclude, in one pass over their bounds. */
final class SegmentSweep {
    private final SortedSet<Grant> active = new TreeSet<>(Grant.PRECEDENCE);
    private final List<ExclusionSegment> segments = new ArrayList<>();

    private SegmentSweep() {}

    static List<ExclusionSegment> segments(List<Grant> grants) {
        SortedMap<Long, List<Grant>> togglesAt = new TreeMap<>();
        for (Grant grant : grants) {
            for (Interval interval : grant.covered().intervals()) {
                togglesAt
                        .computeIfAbsent(interval.from(), at -> new ArrayList<>())
                        .add(grant);
                togglesAt
                        .computeIfAbsent(interval.to(), at -> new ArrayList<>())
                        .add(grant);
            }
        }
        return new SegmentSweep().sweep(togglesAt);
    }

    private List<ExclusionSegment> sweep(SortedMap<Long, List<Grant>> togglesAt) {
        long since = Long.MIN_VALUE;
        for (Map.Entry<Long, List<Grant>> bound : togglesAt.entrySet()) {
            if (!active.isEmpty()) {
                segments.add(segment(since, bound.getKey()));
            }
            bound.getValue().forEach(this::toggle);
            since = bound.getKey();
        }
        return List.copyOf(segments);
    }

    private void toggle(Grant grant) {
        if (!active.remove(grant)) {
            active.add(grant);
        }
    }

    private ExclusionSegment segment(long from, long to) {
        List<String> ids = active.stream().map(grant -> grant.window().id()).toList();
        return new ExclusionSegment(from, to, active.first().treatment(), ids);
    }
}
