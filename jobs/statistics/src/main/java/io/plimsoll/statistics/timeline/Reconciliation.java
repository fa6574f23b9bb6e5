package io.plimsoll.statistics.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Several accounts of one service's outages in one period, compared two by two. Two accounts agree when their outage seconds
 * differ by no more than {@code 1.96 · p · √(k / 6) + rounding}, with {@code p} the longer of their probe periods and {@code k}
 * the larger of their numbers of outages: each outage's ends are seen up to a probe late, uniformly, so its error has the
 * variance {@code p² / 6}. Two accounts are compared over the seconds that both watched and that were not maintenance; a figure
 * without intervals speaks of the whole period, so it may hold outages in the seconds that the other account leaves out.
 */
public final class Reconciliation {
    private static final double NORMAL_95 = 1.96;
    private static final double ERRORS_PER_OUTAGE = 6;

    private final Timeline period;
    private final List<Account> accounts;

    private Reconciliation(Timeline period, List<Account> accounts) {
        this.period = period;
        this.accounts = accounts;
    }

    /**
     * One source's account.
     *
     * @param source who gives it
     * @param watched seconds of which it says anything
     * @param outages when the service was down, or null for a figure without intervals
     * @param outageSeconds how long the service was down
     * @param probeSeconds how often it looked; 0 when it knows ends exactly
     * @param roundingSeconds how far its figure may lie off because it was rounded
     */
    public record Account(
            String source,
            Timeline watched,
            @Nullable Timeline outages,
            double outageSeconds,
            double probeSeconds,
            double roundingSeconds) {

        /** An account with intervals. */
        public static Account of(
                String source, Timeline watched, Timeline outages, double probeSeconds, double roundingSeconds) {
            Timeline seen = outages.intersect(watched);
            return new Account(source, watched, seen, seen.seconds(), probeSeconds, roundingSeconds);
        }

        /** A published availability in [0, 1], of a source that lists no outages. */
        public static Account ofFigure(String source, Timeline watched, double availability, double roundingRatio) {
            double seconds = watched.seconds();
            return new Account(source, watched, null, (1 - availability) * seconds, 0, roundingRatio * seconds);
        }

        private Account within(Timeline compared) {
            return outages == null
                    ? this
                    : new Account(
                            source,
                            compared,
                            outages.intersect(compared),
                            outages.intersect(compared).seconds(),
                            probeSeconds,
                            roundingSeconds);
        }

        private int count() {
            return outages == null ? 0 : outages.intervals().size();
        }

        /** Seconds that this account speaks of and {@code compared} leaves out; an account with intervals is cut to it. */
        private double secondsBeyond(Timeline compared) {
            return outages == null ? watched.seconds() - compared.seconds() : 0;
        }

        /** Whether a figure leaves no room for an outage of that length. */
        private boolean denies(double seconds) {
            return outages == null && outageSeconds + roundingSeconds < seconds;
        }
    }

    /**
     * Two accounts.
     *
     * @param lower the one with fewer outage seconds
     * @param higher the other
     * @param differenceSeconds how far they lie apart, never negative
     * @param toleranceSeconds how far they may
     */
    public record Pair(Account lower, Account higher, double differenceSeconds, double toleranceSeconds) {
        /** Whether the difference is tolerable. */
        public boolean agrees() {
            return differenceSeconds <= toleranceSeconds;
        }
    }

    /**
     * A figure that counts the newest outages alone.
     *
     * @param counted how many
     * @param outages of how many
     */
    public record NewestOnly(int counted, int outages) {}

    /**
     * A stretch on which the accounts contradict each other.
     *
     * @param from epoch second
     * @param to epoch second
     * @param down sources that saw an outage
     * @param up sources that watched and saw none, and figures whose whole outage is shorter than the stretch
     */
    public record Disagreement(long from, long to, List<String> down, List<String> up) {}

    /**
     * Accounts of one period; maintenance is left out of all of them.
     *
     * @param accounts in any order, one a source
     */
    public static Reconciliation of(Timeline period, Timeline maintenance, List<Account> accounts) {
        Timeline compared = period.subtract(maintenance);
        List<Account> within = new ArrayList<>();
        for (Account account : accounts) {
            within.add(account.within(account.watched().intersect(compared)));
        }
        within.sort((a, b) -> a.source().compareTo(b.source()));
        return new Reconciliation(compared, List.copyOf(within));
    }

    /** Every two accounts that watched a common second. */
    public List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < accounts.size(); i++) {
            for (int j = i + 1; j < accounts.size(); j++) {
                pair(accounts.get(i), accounts.get(j)).ifPresent(pairs::add);
            }
        }
        return pairs;
    }

    private Optional<Pair> pair(Account one, Account other) {
        Timeline common = one.watched().intersect(other.watched()).intersect(period);
        if (common.isEmpty()) {
            return Optional.empty();
        }
        Account first = one.within(common);
        Account second = other.within(common);
        boolean ordered = first.outageSeconds() <= second.outageSeconds();
        Account lower = ordered ? first : second;
        Account higher = ordered ? second : first;
        double probe = Math.max(lower.probeSeconds(), higher.probeSeconds());
        double outages = Math.max(lower.count(), higher.count());
        double tolerance = NORMAL_95 * probe * Math.sqrt(outages / ERRORS_PER_OUTAGE)
                + lower.roundingSeconds()
                + higher.roundingSeconds();
        double difference = higher.outageSeconds() - lower.outageSeconds() - higher.secondsBeyond(common);
        return Optional.of(new Pair(lower, higher, Math.max(0, difference), tolerance));
    }

    /** The two accounts that exceed what is tolerable by most, or come nearest to it; empty with fewer than two accounts. */
    public Optional<Pair> worst() {
        return pairs().stream()
                .max((a, b) -> Double.compare(
                        a.differenceSeconds() - a.toleranceSeconds(), b.differenceSeconds() - b.toleranceSeconds()));
    }

    /**
     * Where the accounts contradict each other for longer than the longest probe period, so that looking late does not explain
     * it; in time order.
     */
    public List<Disagreement> disagreements() {
        List<Account> withIntervals =
                accounts.stream().filter(account -> account.outages() != null).toList();
        double probe =
                withIntervals.stream().mapToDouble(Account::probeSeconds).max().orElse(0);
        List<Disagreement> found = new ArrayList<>();
        Disagreement open = null;
        List<Long> cuts = cuts(withIntervals);
        for (int i = 0; i + 1 < cuts.size(); i++) {
            Disagreement next = at(cuts.get(i), cuts.get(i + 1), withIntervals);
            if (open != null && open.to() == next.from() && sameVoices(open, next)) {
                next = new Disagreement(open.from(), next.to(), next.down(), next.up());
            } else if (open != null) {
                keep(open, probe, found);
            }
            open = next;
        }
        if (open != null) {
            keep(open, probe, found);
        }
        return List.copyOf(found);
    }

    private void keep(Disagreement stretch, double probe, List<Disagreement> found) {
        long seconds = stretch.to() - stretch.from();
        if (stretch.down().isEmpty() || seconds <= probe) {
            return;
        }
        List<String> up = new ArrayList<>(stretch.up());
        accounts.stream()
                .filter(account -> account.denies(seconds - probe))
                .map(Account::source)
                .forEach(up::add);
        if (!up.isEmpty()) {
            up.sort(Comparator.naturalOrder());
            found.add(new Disagreement(stretch.from(), stretch.to(), stretch.down(), List.copyOf(up)));
        }
    }

    private static boolean sameVoices(Disagreement one, Disagreement other) {
        return one.down().equals(other.down()) && one.up().equals(other.up());
    }

    private Disagreement at(long from, long to, List<Account> withIntervals) {
        List<String> down = new ArrayList<>();
        List<String> up = new ArrayList<>();
        for (Account account : withIntervals) {
            Timeline outages = account.outages();
            if (outages != null && account.watched().contains(from)) {
                (outages.contains(from) ? down : up).add(account.source());
            }
        }
        return new Disagreement(from, to, List.copyOf(down), List.copyOf(up));
    }

    private static List<Long> cuts(List<Account> withIntervals) {
        TreeSet<Long> cuts = new TreeSet<>();
        for (Account account : withIntervals) {
            Timeline outages = account.outages() == null ? Timeline.empty() : account.outages();
            for (Timeline line : List.of(account.watched(), outages)) {
                for (Interval interval : line.intervals()) {
                    cuts.add(interval.from());
                    cuts.add(interval.to());
                }
            }
        }
        return List.copyOf(cuts);
    }

    /**
     * How a too low figure may have come about: it equals the newest {@code n} of the other account's outages, fewer than all, so
     * its source counted only those. Upptime, say, reads one page of a hundred issues.
     *
     * @return what was counted, when the two accounts of the pair do not agree and the newest outages of the higher account come
     *     to the lower account within the pair's tolerance
     */
    public static Optional<NewestOnly> newestOutagesThatExplain(Pair pair) {
        Timeline outages = pair.higher().outages();
        if (pair.agrees() || outages == null) {
            return Optional.empty();
        }
        List<Interval> intervals = outages.intervals();
        double sum = 0;
        NewestOnly best = null;
        double nearest = pair.toleranceSeconds();
        for (int n = 1; n < intervals.size(); n++) {
            sum += intervals.get(intervals.size() - n).seconds();
            double off = Math.abs(sum - pair.lower().outageSeconds());
            if (off <= nearest) {
                nearest = off;
                best = new NewestOnly(n, intervals.size());
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The one outage of the higher account without which it comes to the lower account within the pair's tolerance: what the lower
     * one may have left out. Empty when the accounts agree, and when no outage or more than one fits.
     */
    public static Optional<Interval> omittedOutageThatExplains(Pair pair) {
        Timeline outages = pair.higher().outages();
        if (pair.agrees() || outages == null) {
            return Optional.empty();
        }
        List<Interval> fitting = outages.intervals().stream()
                .filter(outage -> Math.abs(pair.differenceSeconds() - outage.seconds()) <= pair.toleranceSeconds())
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }
}
