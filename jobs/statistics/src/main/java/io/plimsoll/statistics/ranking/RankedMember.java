package io.plimsoll.statistics.ranking;

import io.plimsoll.statistics.interval.ConfidenceInterval;

/**
 * Where one member stands.
 *
 * @param member its position in what was ranked, the first being 0
 * @param rank 1 is best: one more than the members that are better with enough probability, so that ties share a rank
 * @param ranks ranks it held in the draws, central interval
 * @param tied members with the same rank, itself left out
 */
public record RankedMember(int member, int rank, ConfidenceInterval ranks, int tied) {}
