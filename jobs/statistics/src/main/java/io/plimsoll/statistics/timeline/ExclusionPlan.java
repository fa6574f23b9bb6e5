package io.plimsoll.statistics.timeline;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an agreement excludes from the scope of one period.
 *
 * <p>Decided where the wording leaves room:
 *
 * <ul>
 *   <li>Scope is period ∩ service hours ∩ [effective, as_of). A caller that leaves unknown seconds in it counts a window
 *       over unwatched time as excluded time; that is what published figures do.
 *   <li>Without a notice an approval at any time will do; with a notice, also one of 0, it stands when {@code approved_at
 *       <= start − notice}.
 *   <li>The windows of a kind are merged and cut to the scope, and the cap takes their earliest seconds, month by month
 *       in the agreement's zone. A window that crosses the cap is excluded up to it.
 *   <li>Each kind uses up its own cap, whether or not another kind excludes the same seconds. Months, quarters and years
 *       never share a calendar month, so a cap needs no memory of another period.
 *   <li>A second that two kinds exclude is removed when either removes it. It is counted once: under the window whose
 *       treatment won, that started first, then by id.
 * </ul>
 */
public final class ExclusionPlan {
    private final List<ExclusionSegment> segments;
    private final Timeline removed;
    private final Timeline countedGood;
    private final List<WindowOutcome> windows;

    private ExclusionPlan(List<ExclusionSegment> segments, List<WindowOutcome> windows) {
        this.segments = segments;
        this.removed = seconds(segments, Treatment.REMOVE);
        this.countedGood = seconds(segments, Treatment.COUNT_GOOD);
        this.windows = windows;
    }

    /**
     * Applies policies to windows.
     *
     * @param scope the period's scope, before anything is excluded
     * @param windows windows that apply to the agreement, in any order
     * @param policies by kind; a kind that is not a key is not named in the agreement
     * @param zone the agreement's zone, whose calendar months the caps follow
     * @throws IllegalArgumentException when two windows have the same id
     */
    public static ExclusionPlan of(
            Timeline scope, List<ExclusionWindow> windows, Map<String, ExclusionPolicy> policies, ZoneId zone) {
        requireDistinctIds(windows);
        List<Appraisal> appraisals = windows.stream()
                .map(window -> Appraisal.of(window, policies.get(window.kind())))
                .toList();
        List<Grant> grants = grants(scope, appraisals, zone);
        List<ExclusionSegment> segments = SegmentSweep.segments(grants);
        return new ExclusionPlan(segments, outcomes(scope, appraisals, grants, segments));
    }

    /** The excluded time in ascending, disjoint segments; each names the windows that exclude it. */
    public List<ExclusionSegment> segments() {
        return segments;
    }

    /** The time that leaves the scope. */
    public Timeline removed() {
        return removed;
    }

    /** The time whose bad counts as good; shares no second with {@link #removed()}. */
    public Timeline countedGood() {
        return countedGood;
    }

    /** What became of each window, in the order given. */
    public List<WindowOutcome> windows() {
        return windows;
    }

    /** Removed and counted-good seconds together. */
    public long excludedSeconds() {
        return Math.addExact(removed.seconds(), countedGood.seconds());
    }

    private static void requireDistinctIds(List<ExclusionWindow> windows) {
        Set<String> seen = new HashSet<>();
        Set<String> repeated = windows.stream()
                .map(ExclusionWindow::id)
                .filter(id -> !seen.add(id))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!repeated.isEmpty()) {
            throw new IllegalArgumentException("window ids must be distinct, repeated: " + String.join(", ", repeated));
        }
    }

    private static List<Grant> grants(Timeline scope, List<Appraisal> appraisals, ZoneId zone) {
        Map<String, List<Appraisal>> byKind = appraisals.stream()
                .filter(Appraisal::isGranted)
                .collect(Collectors.groupingBy(appraisal -> appraisal.window().kind()));
        List<Grant> grants = new ArrayList<>();
        for (List<Appraisal> ofKind : byKind.values()) {
            Timeline merged = merge(ofKind).intersect(scope);
            Timeline excludable = underCap(merged, ofKind.get(0).monthlyCapSeconds(), zone);
            for (Appraisal appraisal : ofKind) {
                Timeline covered = appraisal.window().timeline().intersect(excludable);
                grants.add(new Grant(appraisal.window(), appraisal.treatment(), covered));
            }
        }
        return grants;
    }

    private static Timeline merge(List<Appraisal> appraisals) {
        return Timeline.of(appraisals.stream()
                .map(appraisal -> new Interval(
                        appraisal.window().from(), appraisal.window().to()))
                .toList());
    }

    private static Timeline underCap(Timeline merged, OptionalLong monthlyCapSeconds, ZoneId zone) {
        if (monthlyCapSeconds.isEmpty() || merged.isEmpty()) {
            return merged;
        }
        List<Interval> intervals = merged.intervals();
        long from = intervals.get(0).from();
        long to = intervals.get(intervals.size() - 1).to();
        Timeline capped = Timeline.empty();
        for (Period month : PeriodUnit.MONTH.overlapping(from, to, zone)) {
            Timeline ofMonth = merged.intersect(month.timeline());
            capped = capped.union(ofMonth.first(monthlyCapSeconds.getAsLong()));
        }
        return capped;
    }

    private static List<WindowOutcome> outcomes(
            Timeline scope, List<Appraisal> appraisals, List<Grant> grants, List<ExclusionSegment> segments) {
        Map<String, Long> covered = new HashMap<>();
        grants.forEach(grant -> covered.put(grant.window().id(), grant.covered().seconds()));
        Map<String, Long> counted = segments.stream()
                .collect(Collectors.groupingBy(
                        ExclusionSegment::countedUnder, Collectors.summingLong(ExclusionSegment::seconds)));
        return appraisals.stream()
                .map(appraisal -> outcome(
                        appraisal,
                        appraisal.window().timeline().intersect(scope).seconds(),
                        covered.getOrDefault(appraisal.window().id(), 0L),
                        counted.getOrDefault(appraisal.window().id(), 0L)))
                .toList();
    }

    private static WindowOutcome outcome(Appraisal appraisal, long inScope, long covered, long counted) {
        ExclusionWindow window = appraisal.window();
        return new WindowOutcome(
                window.id(),
                window.kind(),
                window.timeline().seconds(),
                inScope,
                covered,
                counted,
                appraisal.refusal().or(() -> shortfall(appraisal, inScope, covered, counted)),
                window.approvedInAdvance());
    }

    private static Optional<NotExcluded> shortfall(Appraisal appraisal, long inScope, long covered, long counted) {
        if (inScope == 0) {
            return Optional.of(new NotExcluded(
                    ReasonNotExcluded.OUTSIDE_SCOPE, "no second of it lies in the period's service hours and dates"));
        }
        if (covered < inScope) {
            String text = "monthly cap of " + appraisal.monthlyCapSeconds().orElseThrow() + " s used up: " + covered
                    + " s of " + inScope + " s in scope excluded";
            return Optional.of(new NotExcluded(ReasonNotExcluded.CAP_USED_UP, text));
        }
        if (counted == 0) {
            return Optional.of(new NotExcluded(
                    ReasonNotExcluded.COUNTED_UNDER_ANOTHER_WINDOW, "all its seconds are counted under other windows"));
        }
        return Optional.empty();
    }

    private static Timeline seconds(List<ExclusionSegment> segments, Treatment treatment) {
        return Timeline.of(segments.stream()
                .filter(segment -> segment.treatment() == treatment)
                .map(segment -> new Interval(segment.from(), segment.to()))
                .toList());
    }
}
