package io.plimsoll.bridge;

import io.plimsoll.statistics.timeline.ExclusionPlan;
import io.plimsoll.statistics.timeline.ExclusionSegment;
import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The scope of one period as disjoint segments, each with what happens to its seconds and, for a state history, the state that
 * was seen.
 *
 * @param segments the scope in time order
 * @param unknownSeconds seconds of the scope that the state history did not watch
 * @param net what is left after {@code remove}
 * @param gross the scope before exclusions
 */
record PeriodScope(List<Segment> segments, long unknownSeconds, Timeline net, Timeline gross) {

    /**
     * An interval of the scope.
     *
     * @param from epoch second
     * @param to epoch second
     * @param treatment measured, remove or count_good
     * @param state OK, PROBLEM or UNKNOWN; null without a state history
     * @param windowIds the windows that the treatment stands on
     */
    record Segment(
            long from, long to, String treatment, @Nullable String state, List<String> windowIds) {}

    /**
     * @param scope period, service hours, terms in force and run's date together
     * @param plan what the agreement excludes of it
     * @param states seconds seen in each state, disjoint; empty without a state history
     */
    static PeriodScope of(Timeline scope, ExclusionPlan plan, Map<String, Timeline> states) {
        List<Segment> treated = new ArrayList<>();
        Timeline excluded = plan.removed().union(plan.countedGood());
        for (Interval interval : scope.subtract(excluded).intervals()) {
            treated.add(new Segment(interval.from(), interval.to(), "measured", null, List.of()));
        }
        for (ExclusionSegment segment : plan.segments()) {
            treated.add(new Segment(
                    segment.from(),
                    segment.to(),
                    segment.treatment().name().toLowerCase(Locale.ROOT),
                    null,
                    segment.windowIds()));
        }
        treated.sort(Comparator.comparingLong(Segment::from));
        Timeline unknown = states.getOrDefault("UNKNOWN", Timeline.empty()).intersect(scope);
        return new PeriodScope(
                states.isEmpty() ? treated : withStates(treated, states),
                unknown.seconds(),
                scope.subtract(plan.removed()),
                scope);
    }

    private static List<Segment> withStates(List<Segment> segments, Map<String, Timeline> states) {
        List<Segment> parts = new ArrayList<>();
        for (Segment segment : segments) {
            Timeline whole = Timeline.of(segment.from(), segment.to());
            new TreeMap<>(states).forEach((state, seconds) -> {
                for (Interval part : seconds.intersect(whole).intervals()) {
                    parts.add(new Segment(part.from(), part.to(), segment.treatment(), state, segment.windowIds()));
                }
            });
        }
        parts.sort(Comparator.comparingLong(Segment::from));
        return List.copyOf(parts);
    }
}
