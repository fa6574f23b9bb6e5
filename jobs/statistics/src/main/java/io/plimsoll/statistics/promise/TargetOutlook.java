package io.plimsoll.statistics.promise;

import io.plimsoll.statistics.interval.Proportion;

/**
 * What the record says of one target.
 *
 * @param target share of the period, in [0, 1]
 * @param meetProbability of a coming period, from the record as it is
 * @param lowerBound of that probability, from redrawn records
 * @param observed periods that met the target, of those observed, where the durations are the service's own
 * @param achievable whether both reach the search's limits
 */
public record TargetOutlook(
        double target, double meetProbability, double lowerBound, Proportion observed, boolean achievable) {}
