package io.plimsoll.statistics.promise;

import io.plimsoll.statistics.interval.Confidence;

/**
 * How an achievable target is sought.
 *
 * @param meetProbability a target is achievable when a period meets it at least so often
 * @param lowerBound and when that probability, with its uncertainty, is at least this
 * @param confidence of the one-sided lower bound
 * @param histories how many pasts are redrawn for the uncertainty, at least 20
 * @param periodsEach how many periods are simulated from each, at least 100
 * @param blockPeriods periods kept together when a past is redrawn, so that bad quarters stay bad; positive
 * @param blockOutages outages kept together when durations are redrawn; positive
 * @param seed of the generator (Well19937c)
 */
public record TargetSearch(
        double meetProbability,
        double lowerBound,
        Confidence confidence,
        int histories,
        int periodsEach,
        int blockPeriods,
        int blockOutages,
        long seed) {
    /** P(meet) at least 0.95 with a lower bound of 0.9 at 0.9, 200 pasts of 500 periods, blocks of three. */
    public static final TargetSearch DEFAULT = new TargetSearch(0.95, 0.9, new Confidence(0.9), 200, 500, 3, 3, 20_000);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public TargetSearch {
        if (!(lowerBound > 0 && lowerBound <= meetProbability && meetProbability < 1)) {
            throw new IllegalArgumentException("search with P(meet) " + meetProbability + " and lower bound "
                    + lowerBound + ": expected 0 < lower bound <= P(meet) < 1");
        }
        if (histories < 20 || periodsEach < 100 || blockPeriods < 1 || blockOutages < 1) {
            throw new IllegalArgumentException("search over " + histories + " histories of " + periodsEach
                    + " periods in blocks of " + blockPeriods + " and " + blockOutages
                    + ": expected at least 20, 100, 1 and 1");
        }
    }
}
