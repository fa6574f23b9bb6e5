package io.plimsoll.statistics.ranking;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import io.plimsoll.statistics.interval.Sample;
import io.plimsoll.statistics.shrinkage.Posterior;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.random.RandomDataGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Ranks members by figures that are not known exactly. One member is better than another only when it is above it with a probability of at least {@code proof};
 * otherwise they are tied. A member's rank is one more than the members better than it.
 *
 * @param proof probability in [0.5, 1] that separates two members
 * @param confidence of the interval of a rank
 * @param draws how often every figure is drawn, at least 100
 * @param seed of the generator (Well19937c)
 */
public record Ranking(double proof, Confidence confidence, int draws, long seed) {
    /** Tied unless P(A > B) >= 0.8; 2,000 draws. */
    public static final Ranking DEFAULT = new Ranking(0.8, Confidence.DEFAULT, 2_000, 20_000);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public Ranking {
        if (!(proof >= 0.5 && proof <= 1)) {
            throw new IllegalArgumentException("proof " + proof + " is not in [0.5, 1]");
        }
        if (draws < 100) {
            throw new IllegalArgumentException(
                    draws + " draws are too few for an interval of ranks: take at least 100");
        }
    }

    /** Ranks posteriors, a higher figure being better, in the order given. Every figure is drawn independently. */
    public List<RankedMember> ofPosteriors(List<Posterior> members) {
        RandomDataGenerator random = new RandomDataGenerator(new Well19937c(seed));
        List<double[]> figures = new ArrayList<>();
        for (Posterior member : members) {
            double[] values = member.equallyLikelyValues(draws);
            int[] order = random.nextPermutation(draws, draws);
            double[] shuffled = new double[draws];
            for (int i = 0; i < draws; i++) {
                shuffled[i] = values[order[i]];
            }
            figures.add(shuffled);
        }
        return ofDraws(figures);
    }

    /**
     * Ranks drawn figures, a higher one being better, in the order given. A weighted score is drawn by weighting the draws of its parts.
     *
     * @param figures the draws of each member; draw {@code i} of all members belongs together
     * @throws IllegalArgumentException when members have different numbers of draws, or none
     */
    public List<RankedMember> ofDraws(List<double[]> figures) {
        for (double[] member : figures) {
            if (member.length == 0 || member.length != figures.get(0).length) {
                throw new IllegalArgumentException("members with " + member.length + " and " + figures.get(0).length
                        + " draws: expected the same number, at least one");
            }
        }
        int[] ranks = new int[figures.size()];
        for (int member = 0; member < ranks.length; member++) {
            ranks[member] = 1 + better(figures, member);
        }
        List<RankedMember> ranked = new ArrayList<>();
        for (int member = 0; member < ranks.length; member++) {
            int same = 0;
            for (int rank : ranks) {
                same += rank == ranks[member] ? 1 : 0;
            }
            ranked.add(new RankedMember(member, ranks[member], drawnRanks(figures, member), same - 1));
        }
        return ranked;
    }

    /**
     * The members from which one is not told apart: neither is above the other with a probability of at least {@code proof}.
     *
     * @param figures the draws of each member; draw {@code i} of all members belongs together
     */
    public List<Integer> tiedWith(List<double[]> figures, int member) {
        List<Integer> tied = new ArrayList<>();
        for (int other = 0; other < figures.size(); other++) {
            double above = probabilityAbove(figures.get(other), figures.get(member));
            if (other != member && above < proof && 1 - above < proof) {
                tied.add(other);
            }
        }
        return tied;
    }

    private int better(List<double[]> figures, int member) {
        int better = 0;
        for (int other = 0; other < figures.size(); other++) {
            better += other != member && probabilityAbove(figures.get(other), figures.get(member)) >= proof ? 1 : 0;
        }
        return better;
    }

    /** Equal draws count half. */
    private static double probabilityAbove(double[] one, double[] other) {
        double above = 0;
        for (int i = 0; i < one.length; i++) {
            above += one[i] > other[i] ? 1 : one[i] == other[i] ? 0.5 : 0;
        }
        return above / one.length;
    }

    private ConfidenceInterval drawnRanks(List<double[]> figures, int member) {
        double[] drawn = new double[figures.get(member).length];
        for (double[] other : figures) {
            for (int i = 0; i < drawn.length; i++) {
                drawn[i] += other[i] > figures.get(member)[i] ? 1 : 0;
            }
        }
        Sample above = Sample.of(drawn).orElseThrow();
        return new ConfidenceInterval(
                1 + Math.floor(above.quantile(confidence.tail())),
                1 + Math.ceil(above.quantile(1 - confidence.tail())));
    }
}
