package io.plimsoll.statistics.accountability;

import io.plimsoll.statistics.attainment.RatioSum;
import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Attributes what was bad under an agreement to exactly one party each: to the deepest candidate that was bad at the same time,
 * of equally deep ones to the first declared, else to the provider. The shares add up to the whole.
 */
public final class Attribution {

    private static final int PROVIDER = Integer.MAX_VALUE;

    /**
     * An agreement below that can answer.
     *
     * @param id its name
     * @param depth how far below; the deepest answers first
     * @param bad when what it promises was bad while it was in force
     */
    public record Candidate(String id, int depth, Timeline bad) {}

    /**
     * Something bad that is not divided: a slot's bad events, a bad slice, the bad part of a slice's ratio.
     *
     * @param when the slot or slice
     * @param bad numerator of its amount, above 0
     * @param outOf denominator of its amount: 1 for events and slices, the slice's events for a ratio
     * @param seconds bad seconds that it stands for
     */
    public record Lapse(Interval when, long bad, long outOf, long seconds) {}

    /**
     * What one candidate, or the provider, answers for.
     *
     * @param id the candidate; empty for the provider
     * @param amount sum of the lapses' amounts
     * @param seconds sum of the lapses' seconds
     */
    public record Share(Optional<String> id, BigDecimal amount, long seconds) {}

    private final List<Candidate> candidates;
    private final Map<Integer, Map<Long, BigInteger>> amounts = new TreeMap<>();
    private final Map<Integer, Long> seconds = new HashMap<>();

    private Attribution(List<Candidate> candidates) {
        this.candidates = new ArrayList<>(candidates);
        this.candidates.sort(Comparator.comparingInt(Candidate::depth).reversed());
    }

    /**
     * Shares in undivided lapses: each is the candidate's whose bad time meets its slot or slice.
     *
     * @param candidates in declared order
     * @param scale decimal places of the amounts; rounding is taken up by the largest share, so that the rounded amounts add
     *     up to the rounded whole
     * @return a share for everybody who has one, the provider's last
     */
    public static List<Share> ofLapses(List<Candidate> candidates, List<Lapse> lapses, int scale) {
        Attribution attribution = new Attribution(candidates);
        for (Lapse lapse : lapses) {
            attribution.add(attribution.answering(lapse.when()), lapse.bad(), lapse.outOf(), lapse.seconds());
        }
        return attribution.shares(scale);
    }

    /**
     * Shares in bad time, divided to the second; the amounts are seconds.
     *
     * @param candidates in declared order
     * @return a share for everybody who has one, the provider's last
     */
    public static List<Share> ofTime(List<Candidate> candidates, Timeline bad) {
        Attribution attribution = new Attribution(candidates);
        Timeline rest = bad;
        for (int index = 0; index < attribution.candidates.size(); index++) {
            Timeline own = rest.intersect(attribution.candidates.get(index).bad());
            attribution.add(index, own.seconds(), 1, own.seconds());
            rest = rest.subtract(own);
        }
        attribution.add(PROVIDER, rest.seconds(), 1, rest.seconds());
        return attribution.shares(0);
    }

    private int answering(Interval when) {
        for (int index = 0; index < candidates.size(); index++) {
            if (candidates.get(index).bad().overlaps(when)) {
                return index;
            }
        }
        return PROVIDER;
    }

    private void add(int index, long bad, long outOf, long badSeconds) {
        if (bad > 0) {
            amounts.computeIfAbsent(index, share -> new HashMap<>())
                    .merge(outOf, BigInteger.valueOf(bad), BigInteger::add);
            seconds.merge(index, badSeconds, Math::addExact);
        }
    }

    private List<Share> shares(int scale) {
        List<Share> shares = new ArrayList<>();
        for (Map.Entry<Integer, Map<Long, BigInteger>> part : amounts.entrySet()) {
            int index = part.getKey();
            shares.add(new Share(
                    index == PROVIDER
                            ? Optional.empty()
                            : Optional.of(candidates.get(index).id()),
                    RatioSum.of(part.getValue()).toBigDecimal(scale),
                    seconds.getOrDefault(index, 0L)));
        }
        return shares.isEmpty() ? shares : rounded(shares, whole(scale));
    }

    /** What was not good of the lapses: it is the good that an attainment rounds, and both are to add up to the total. */
    private BigDecimal whole(int scale) {
        Map<Long, BigInteger> good = new HashMap<>();
        for (Map<Long, BigInteger> part : amounts.values()) {
            part.forEach((outOf, bad) -> good.merge(outOf, bad.negate(), BigInteger::add));
        }
        BigInteger units = good.values().stream().reduce(BigInteger.ZERO, BigInteger::subtract);
        return new BigDecimal(units)
                .subtract(RatioSum.of(good).plus(RatioSum.whole(units)).toBigDecimal(scale));
    }

    private static List<Share> rounded(List<Share> shares, BigDecimal whole) {
        BigDecimal sum = shares.stream().map(Share::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        int largest = 0;
        for (int index = 1; index < shares.size(); index++) {
            if (shares.get(index).amount().compareTo(shares.get(largest).amount()) > 0) {
                largest = index;
            }
        }
        Share share = shares.get(largest);
        shares.set(largest, new Share(share.id(), share.amount().add(whole.subtract(sum)), share.seconds()));
        return List.copyOf(shares);
    }
}
