package io.plimsoll.statistics.attainment;

import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigInteger;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Attainment from slots of counts under OpenSLO's budgeting methods.
 *
 * <p>A slot belongs to the scope its start lies in. Slices are aligned to the epoch and built from their slots in scope;
 * a slice whose slots saw no traffic leaves both sums. For the gross figure pass the scope before exclusions and no
 * counted-good time.
 */
public final class TimesliceAttainment {
    private final SlotSeries slots;
    private final Timeline scope;
    private final Timeline countedGood;
    private final AttainmentRule rule;

    private TimesliceAttainment(SlotSeries slots, Timeline scope, Timeline countedGood, AttainmentRule rule) {
        this.slots = slots;
        this.scope = scope;
        this.countedGood = countedGood;
        this.rule = rule;
    }

    /**
     * What was attained.
     *
     * @param slots the slots received, in and out of scope
     * @param scope the net scope
     * @param countedGood time whose slots' bad events count as good
     * @param rule how the slots are weighed
     * @throws ArithmeticException when a sum of events leaves {@code long}
     */
    public static Attainment of(SlotSeries slots, Timeline scope, Timeline countedGood, AttainmentRule rule) {
        TimesliceAttainment attainment = new TimesliceAttainment(slots, scope, countedGood, rule);
        return rule.method() == BudgetingMethod.OCCURRENCES ? attainment.occurrences() : attainment.slices();
    }

    private Attainment occurrences() {
        Counts sum = inScope().mapToObj(this::counts).reduce(Counts.NONE, Counts::plus);
        return attainment(RatioSum.whole(BigInteger.valueOf(sum.good())), sum.total());
    }

    private Attainment slices() {
        SortedMap<Long, Counts> received = new TreeMap<>();
        inScope().forEach(slot -> received.merge(slice(slot), counts(slot), Counts::plus));
        List<Counts> withTraffic =
                received.values().stream().filter(counts -> counts.total() > 0).toList();
        long missing = rule.missing() == MissingData.IGNORE ? 0 : missing(received.keySet(), scope);
        long missingGood = switch (rule.missing()) {
            case IGNORE -> 0;
            case GOOD -> missing;
            // A slice that exclusions count as good altogether is good even when nothing was received.
            case BAD -> missing - missing(received.keySet(), scope.subtract(countedGood));
        };
        RatioSum good = goodOf(withTraffic).plus(RatioSum.whole(BigInteger.valueOf(missingGood)));
        return attainment(good, withTraffic.size() + missing);
    }

    private RatioSum goodOf(List<Counts> slices) {
        if (rule.method() == BudgetingMethod.RATIO_TIMESLICES) {
            return RatioSum.of(
                    slices.stream().mapToLong(Counts::good).toArray(),
                    slices.stream().mapToLong(Counts::total).toArray());
        }
        long good = slices.stream()
                .filter(slice -> Verdict.meets(slice.good(), slice.total(), rule.sliceTarget()))
                .count();
        return RatioSum.whole(BigInteger.valueOf(good));
    }

    /** Slices of a scope that expect a slot there, less those of which a slot was received. */
    private long missing(Iterable<Long> receivedSlices, Timeline expected) {
        long missing = expected.slices(slots.resolutionSeconds(), rule.sliceSeconds());
        for (long slice : receivedSlices) {
            Timeline span = Timeline.of(slice * rule.sliceSeconds(), (slice + 1) * rule.sliceSeconds());
            missing -= Math.min(1, expected.intersect(span).slots(slots.resolutionSeconds()));
        }
        return missing;
    }

    private Attainment attainment(RatioSum good, long total) {
        long received = inScope()
                .mapToLong(slots::gridStart)
                .filter(scope::contains)
                .distinct()
                .count();
        return new Attainment(good, BigInteger.valueOf(total), received, scope.slots(slots.resolutionSeconds()));
    }

    private IntStream inScope() {
        return IntStream.range(0, slots.size()).filter(slot -> scope.contains(slots.start(slot)));
    }

    private long slice(int slot) {
        return Math.floorDiv(slots.start(slot), rule.sliceSeconds());
    }

    private Counts counts(int slot) {
        long good = countedGood.contains(slots.start(slot)) ? slots.total(slot) : slots.good(slot);
        return new Counts(good, slots.total(slot));
    }

    private record Counts(long good, long total) {
        static final Counts NONE = new Counts(0, 0);

        Counts plus(Counts other) {
            return new Counts(Math.addExact(good, other.good), Math.addExact(total, other.total));
        }
    }
}
