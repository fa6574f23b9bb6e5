package io.plimsoll.statistics.ranking;

import java.util.Arrays;

/**
 * Whether a member's rank is the members' doing or the weights'.
 *
 * @param rank under the weights as they are; equal scores share the better rank
 * @param best over all variations
 * @param worst over all variations
 * @param unchanged share of the variations that keep the rank, in [0, 1]
 */
public record RankStability(int rank, int best, int worst, double unchanged) {
    private static final double[] FACTORS = {0.5, 1.5};
    private static final double EQUAL = 1e-12;

    /**
     * Ranks under each weight alone made half and half as large again, all weights then brought back to a sum of 1.
     *
     * @param scores one row a member, one column a dimension, higher is better; finite
     * @param weights one a dimension, not negative, not all 0
     * @return one a member, in the order given
     * @throws IllegalArgumentException when the shapes differ or weights are none
     */
    public static RankStability[] of(double[][] scores, double[] weights) {
        check(scores, weights);
        int[] asIs = ranks(scores, weights);
        int[] best = asIs.clone();
        int[] worst = asIs.clone();
        int[] kept = new int[scores.length];
        for (int dimension = 0; dimension < weights.length; dimension++) {
            for (double factor : FACTORS) {
                double[] varied = weights.clone();
                varied[dimension] *= factor;
                int[] ranks = ranks(scores, varied);
                for (int member = 0; member < ranks.length; member++) {
                    best[member] = Math.min(best[member], ranks[member]);
                    worst[member] = Math.max(worst[member], ranks[member]);
                    kept[member] += ranks[member] == asIs[member] ? 1 : 0;
                }
            }
        }
        RankStability[] stability = new RankStability[scores.length];
        double variations = FACTORS.length * weights.length;
        Arrays.setAll(
                stability,
                member -> new RankStability(asIs[member], best[member], worst[member], kept[member] / variations));
        return stability;
    }

    private static int[] ranks(double[][] scores, double[] weights) {
        double[] totals = new double[scores.length];
        Arrays.setAll(totals, member -> total(scores[member], weights));
        int[] ranks = new int[scores.length];
        Arrays.setAll(
                ranks,
                member -> 1
                        + (int) Arrays.stream(totals)
                                .filter(other -> other > totals[member] + EQUAL)
                                .count());
        return ranks;
    }

    private static double total(double[] scores, double[] weights) {
        double total = 0;
        for (int dimension = 0; dimension < weights.length; dimension++) {
            total += scores[dimension] * weights[dimension];
        }
        return total / Arrays.stream(weights).sum();
    }

    private static void check(double[][] scores, double[] weights) {
        if (Arrays.stream(weights).anyMatch(weight -> !(weight >= 0))
                || !(Arrays.stream(weights).sum() > 0)) {
            throw new IllegalArgumentException(
                    "weights " + Arrays.toString(weights) + ": expected numbers that are not negative and not all 0");
        }
        for (double[] member : scores) {
            if (member.length != weights.length || !Arrays.stream(member).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("scores " + Arrays.toString(member) + ": expected " + weights.length
                        + " finite numbers, one a weight");
            }
        }
    }
}
