package io.plimsoll.statistics.scorecard;

import io.plimsoll.statistics.interval.ConfidenceInterval;

/**
 * One dimension of a vendor's scorecard.
 *
 * @param score expectation in [0, 1]
 * @param interval central interval of the score; without width where nothing is left to chance
 * @param ownWeight share of the score that the vendor's own record decides, in [0, 1]; the rest is its class's. 0 when nothing of its
 *     own is on record
 */
public record DimensionScore(double score, ConfidenceInterval interval, double ownWeight) {}
