package io.plimsoll.statistics.promise;

import io.plimsoll.statistics.interval.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The strictest target that a service can promise, from simulated downtime: negative-binomial counts of outages times resampled durations.
 *
 * <p>{@code P(meet)} is simulated from the record as it is, with half an outage added ({@code (k + ½)/n}, Jeffreys), so that a short clean record promises nothing
 * perfect. Its lower bound is a quantile over redrawn records: periods and durations by block bootstrap (Künsch 1989, circular), the mean count from its gamma posterior
 * {@code Γ(k + ½)/n}. The bound is what caps the target at what so many observed periods can prove: without an outage in {@code n} periods a target with no room for
 * one is given only when {@code n} is large enough for {@code exp(−rate)} to be provably above the limit (13 periods at the defaults).
 *
 * @param strictest empty when no candidate is achievable, or nothing was observed
 * @param outlooks every candidate, the laxest first; empty when nothing was observed
 */
public record AchievableTarget(Optional<TargetOutlook> strictest, List<TargetOutlook> outlooks) {
    /** Copies the list. */
    public AchievableTarget {
        outlooks = List.copyOf(outlooks);
    }

    /**
     * Judges candidate targets.
     *
     * @param candidates shares of the period such as 0.999, in [0, 1]
     * @throws IllegalArgumentException when a candidate is outside [0, 1]
     */
    public static AchievableTarget of(OutageHistory history, List<Double> candidates, TargetSearch search) {
        candidates.forEach(AchievableTarget::check);
        if (history.periods() == 0) {
            return new AchievableTarget(Optional.empty(), List.of());
        }
        DowntimeSimulation simulation = new DowntimeSimulation(history, search);
        Sample asIs = simulation.asObserved();
        List<Sample> redrawn = simulation.redrawn();
        List<TargetOutlook> outlooks = candidates.stream()
                .sorted()
                .map(target -> outlook(target, history, search, asIs, redrawn))
                .toList();
        Optional<TargetOutlook> strictest = outlooks.stream()
                .filter(TargetOutlook::achievable)
                .max(Comparator.comparingDouble(TargetOutlook::target));
        return new AchievableTarget(strictest, outlooks);
    }

    private static TargetOutlook outlook(
            double target, OutageHistory history, TargetSearch search, Sample asIs, List<Sample> redrawn) {
        double budgetSeconds = (1 - target) * history.periodSeconds();
        double meet = 1 - asIs.shareAbove(budgetSeconds);
        double lower = Sample.of(redrawn.stream()
                        .mapToDouble(downtime -> 1 - downtime.shareAbove(budgetSeconds))
                        .toArray())
                .orElseThrow()
                .quantile(1 - search.confidence().level());
        return new TargetOutlook(
                target,
                meet,
                lower,
                ObservedDowntime.met(history, budgetSeconds),
                meet >= search.meetProbability() && lower >= search.lowerBound());
    }

    private static void check(double target) {
        if (!(target >= 0 && target <= 1)) {
            throw new IllegalArgumentException("target " + target + " is not a share of a period, in [0, 1]");
        }
    }
}
