package io.plimsoll.statistics.scorecard;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import io.plimsoll.statistics.ranking.RankStability;
import io.plimsoll.statistics.ranking.RankedMember;
import io.plimsoll.statistics.ranking.Ranking;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Scores vendors beside each other. Each dimension is shrunken towards what the class of all vendors shows, the more the less is on
 * record; the score is the weighted mean of the dimensions, drawn {@link #DRAWS} times with every dimension independent. Chance is
 * seeded by a vendor's record, not by its name or place, so that neither changes a figure.
 *
 * @param weights weight of each dimension, not negative, not all 0; a dimension without one weighs nothing
 * @param restoreWithinSeconds what a restoration may take, positive
 */
public record Scoring(Map<Dimension, Double> weights, double restoreWithinSeconds) {
    private static final int ROUNDS = 10;

    /** How often each score is drawn. */
    public static final int DRAWS = ROUNDS * Belief.STRATA;

    /**
     * Copies the weights and checks the limit.
     *
     * @throws IllegalArgumentException when the limit is not positive
     */
    public Scoring {
        weights = Map.copyOf(weights);
        if (!(restoreWithinSeconds > 0)) {
            throw new IllegalArgumentException(
                    "a restoration within " + restoreWithinSeconds + " s: expected a positive number");
        }
    }

    /**
     * The scorecards of vendors that are compared with each other, in the order given.
     *
     * @throws IllegalArgumentException when weights are negative or none
     */
    public List<Scorecard> of(List<VendorRecord> vendors) {
        List<Integer> order = IntStream.range(0, vendors.size())
                .boxed()
                .sorted(Comparator.comparing(i -> vendors.get(i).figures(), Arrays::compare))
                .toList();
        List<Scorecard> ordered = ofOrdered(order.stream().map(vendors::get).toList());
        Scorecard[] placed = new Scorecard[vendors.size()];
        for (int i = 0; i < order.size(); i++) {
            placed[order.get(i)] = replaced(ordered.get(i), order);
        }
        return List.of(placed);
    }

    private static Scorecard replaced(Scorecard card, List<Integer> order) {
        return new Scorecard(
                card.score(),
                card.interval(),
                card.rank(),
                card.ranks(),
                card.tiedWith().stream().map(order::get).sorted().toList(),
                card.rankStability(),
                card.dimensions());
    }

    private List<Scorecard> ofOrdered(List<VendorRecord> vendors) {
        if (vendors.isEmpty()) {
            return List.of();
        }
        Beliefs beliefs = new Beliefs(vendors, restoreWithinSeconds);
        Map<Dimension, List<Belief>> dimensions = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            dimensions.put(dimension, beliefs.of(dimension));
        }
        double[] weight = Arrays.stream(Dimension.values())
                .mapToDouble(dimension -> weights.getOrDefault(dimension, 0.0))
                .toArray();
        double[][] scores = new double[vendors.size()][];
        Arrays.setAll(scores, vendor -> scores(dimensions, vendor));
        RankStability[] stability = RankStability.of(scores, weight);
        List<double[]> draws = new ArrayList<>();
        for (int vendor = 0; vendor < vendors.size(); vendor++) {
            draws.add(draws(vendors.get(vendor), vendor, dimensions, weight));
        }
        List<RankedMember> ranked = Ranking.DEFAULT.ofDraws(draws);
        List<Scorecard> cards = new ArrayList<>();
        for (int vendor = 0; vendor < vendors.size(); vendor++) {
            cards.add(new Scorecard(
                    weighted(scores[vendor], weight),
                    interval(dimensions, vendor, weight),
                    ranked.get(vendor).rank(),
                    ranked.get(vendor).ranks(),
                    Ranking.DEFAULT.tiedWith(draws, vendor),
                    stability[vendor].unchanged(),
                    published(dimensions, vendor)));
        }
        return cards;
    }

    private static double[] scores(Map<Dimension, List<Belief>> dimensions, int vendor) {
        return dimensions.values().stream()
                .mapToDouble(beliefs -> beliefs.get(vendor).dimension().score())
                .toArray();
    }

    private static Map<Dimension, DimensionScore> published(Map<Dimension, List<Belief>> dimensions, int vendor) {
        Map<Dimension, DimensionScore> published = new EnumMap<>(Dimension.class);
        dimensions.forEach((dimension, beliefs) ->
                published.put(dimension, beliefs.get(vendor).dimension()));
        return published;
    }

    private static double weighted(double[] scores, double[] weight) {
        double sum = 0;
        for (int dimension = 0; dimension < weight.length; dimension++) {
            sum += scores[dimension] * weight[dimension];
        }
        return sum / Arrays.stream(weight).sum();
    }

    private static ConfidenceInterval interval(Map<Dimension, List<Belief>> dimensions, int vendor, double[] weight) {
        double sum = Arrays.stream(weight).sum();
        ScoreDistribution score = ScoreDistribution.NONE;
        int dimension = 0;
        for (List<Belief> beliefs : dimensions.values()) {
            score = score.plus(beliefs.get(vendor).values(), weight[dimension++] / sum);
        }
        return score.interval(Confidence.DEFAULT);
    }

    private static double[] draws(
            VendorRecord vendor, int position, Map<Dimension, List<Belief>> dimensions, double[] weight) {
        RandomDataGenerator random = new RandomDataGenerator(new Well19937c(Arrays.hashCode(vendor.figures())));
        double[] draws = new double[DRAWS];
        double sum = Arrays.stream(weight).sum();
        int dimension = 0;
        for (List<Belief> beliefs : dimensions.values()) {
            double share = weight[dimension++] / sum;
            double[] values = beliefs.get(position).values();
            for (int round = 0; round < ROUNDS; round++) {
                int[] shuffled = random.nextPermutation(values.length, values.length);
                for (int i = 0; i < values.length; i++) {
                    draws[round * values.length + i] += share * values[shuffled[i]];
                }
            }
        }
        return draws;
    }
}
