package io.plimsoll.statistics.benchmark;

import io.plimsoll.statistics.interval.Confidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.distribution.TDistribution;

/**
 * The bad ratio of one service, or of a unit's services, beside that of all others: how much of the difference is the work that it
 * has (mix), and how much is how it does that work (rate). By indirect standardisation (Breslow and Day 1987, 2.3): the expected
 * ratio is what the others' ratios, group by group, would make of its own events.
 *
 * <pre>compared − everyone = (expected − everyone) + (compared − expected) = mix effect + rate effect</pre>
 *
 * <p>So a unit with the hard services is not worse for having them (Simpson's paradox). Only events in groups with at least two
 * others are compared. The interval of the rate effect adds the variance of its own ratio over days and that of the others'
 * ratio over services (ratio estimators, Cochran 1977, 2.11 and 6.4); its deviate is Student's with one degree less than the
 * smallest group has others, so that few peers make it wide.
 */
public final class LikeForLike {

    /** What is said of the rate effect. */
    public enum Verdict {
        /** Fewer bad than peers, at 95 %. */
        BETTER,
        /** More bad than peers, at 95 %. */
        WORSE,
        /** No difference that could be told from chance. */
        ALIKE,
        /** Too few peers, or days, to compare anything with. */
        NO_PEERS
    }

    /**
     * The comparison. Figures that do not exist are NaN.
     *
     * @param observed bad ratio of all its events
     * @param everyone bad ratio of all the others' events; NaN without others
     * @param comparedEvents its events in groups with at least two others
     * @param peers others in those groups
     * @param compared bad ratio of those events; NaN without any
     * @param expected bad ratio that its peers would have had on those events; NaN like compared
     * @param mixEffect expected − everyone; above 0: its work is harder
     * @param rateEffect compared − expected; above 0: it does its work worse
     * @param lo95 lower end of the 95 % interval of the rate effect; NaN with a single day
     * @param hi95 upper end of it
     */
    public record Result(
            double observed,
            double everyone,
            double comparedEvents,
            long peers,
            double compared,
            double expected,
            double mixEffect,
            double rateEffect,
            double lo95,
            double hi95,
            Verdict verdict) {

        /** Whether the plain figures say the opposite of like for like. */
        public boolean isReversed() {
            return (compared - everyone) * rateEffect < 0;
        }
    }

    private static final int FEWEST_PEERS = 2;

    private LikeForLike() {}

    /**
     * Compares the own members with the others, in the order given (which moves only the last digits).
     *
     * @throws IllegalArgumentException without an own member
     */
    public static Result of(List<Member> members) {
        Sum own = Sum.of(members.stream().filter(Member::own).toList());
        Sum others = Sum.of(members.stream().filter(member -> !member.own()).toList());
        if (own.members.isEmpty()) {
            throw new IllegalArgumentException("nothing to compare: no member is its own");
        }
        List<Stratum> strata = strata(members);
        if (strata.isEmpty()) {
            double none = Double.NaN;
            return new Result(own.ratio(), others.ratio(), 0, 0, none, none, none, none, none, none, Verdict.NO_PEERS);
        }
        double events =
                strata.stream().mapToDouble(stratum -> stratum.own.events).sum();
        double compared =
                strata.stream().mapToDouble(stratum -> stratum.own.bad).sum() / events;
        double expected = strata.stream()
                        .mapToDouble(stratum -> stratum.own.events * stratum.peers.ratio())
                        .sum()
                / events;
        double halfWidth = halfWidth(strata, events);
        double rate = compared - expected;
        return new Result(
                own.ratio(),
                others.ratio(),
                events,
                strata.stream()
                        .mapToLong(stratum -> stratum.peers.members.size())
                        .sum(),
                compared,
                expected,
                expected - others.ratio(),
                rate,
                rate - halfWidth,
                rate + halfWidth,
                verdict(rate, halfWidth));
    }

    private static Verdict verdict(double rate, double halfWidth) {
        if (Double.isNaN(halfWidth)) {
            return Verdict.NO_PEERS;
        }
        if (Math.abs(rate) <= halfWidth) {
            return Verdict.ALIKE;
        }
        return rate > 0 ? Verdict.WORSE : Verdict.BETTER;
    }

    private static double halfWidth(List<Stratum> strata, double events) {
        double variance = 0;
        int fewest = Integer.MAX_VALUE;
        for (Stratum stratum : strata) {
            double weight = stratum.own.events / events;
            variance += weight * weight * (stratum.own.varianceOverDays() + stratum.peers.varianceOverMembers());
            fewest = Math.min(fewest, stratum.peers.members.size());
        }
        double deviate =
                new TDistribution(null, fewest - 1.0).inverseCumulativeProbability(1 - Confidence.DEFAULT.tail());
        return deviate * Math.sqrt(variance);
    }

    private static List<Stratum> strata(List<Member> members) {
        Map<String, List<Member>> groups = new TreeMap<>();
        for (Member member : members) {
            if (member.group() != null) {
                groups.computeIfAbsent(member.group(), name -> new ArrayList<>())
                        .add(member);
            }
        }
        return groups.values().stream()
                .map(group -> new Stratum(
                        Sum.of(group.stream().filter(Member::own).toList()),
                        Sum.of(group.stream().filter(member -> !member.own()).toList())))
                .filter(stratum -> !stratum.own.members.isEmpty() && stratum.peers.members.size() >= FEWEST_PEERS)
                .toList();
    }

    private record Stratum(Sum own, Sum peers) {}

    private record Sum(List<Member> members, double bad, double events) {

        static Sum of(List<Member> members) {
            return new Sum(
                    members,
                    members.stream().mapToDouble(Member::bad).sum(),
                    members.stream().mapToDouble(Member::events).sum());
        }

        double ratio() {
            return bad / events;
        }

        double varianceOverDays() {
            double variance = 0;
            for (Member member : members) {
                double weight = member.events() / events;
                variance += weight * weight * member.ratioVariance();
            }
            return variance;
        }

        double varianceOverMembers() {
            double squares = 0;
            for (Member member : members) {
                squares += Math.pow(member.bad() - ratio() * member.events(), 2);
            }
            int count = members.size();
            return squares * count / (count - 1) / (events * events);
        }
    }
}
