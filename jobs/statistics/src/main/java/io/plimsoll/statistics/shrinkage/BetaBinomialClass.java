package io.plimsoll.statistics.shrinkage;

import io.plimsoll.statistics.interval.Proportion;
import java.util.List;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * A class of shares: members' shares vary as a beta distribution, their hits are binomial (Kleinman 1973, moments weighted by trials).
 *
 * <p>The class never counts for more than all its trials together: when the members differ no more than chance explains, they are pooled, and what remains uncertain
 * is the pooled share. Half a hit and half a miss are added (Jeffreys), so that a class without a miss is not certain.
 *
 * @param mean share of the class, in (0, 1)
 * @param strength how many trials of its own outweigh the class, positive
 */
public record BetaBinomialClass(double mean, double strength) {
    private static final double ACCURACY = 1e-12;

    /** The class of these members. Without trials it is Jeffreys' distribution: mean ½, one trial strong. */
    public static BetaBinomialClass of(List<Proportion> members) {
        Moments moments = new Moments();
        double hits = 0;
        for (Proportion member : members) {
            hits += member.hits();
            member.share().ifPresent(share -> moments.add(share, (double) member.trials()));
        }
        double mean = (hits + 0.5) / (moments.weight() + 1);
        double strongest = moments.weight() + 1;
        double chance = mean * (1 - mean);
        double between = moments.between();
        return new BetaBinomialClass(mean, between <= 0 ? strongest : clamp(chance / between - 1, strongest));
    }

    /** A member's share; without trials it is the class's. */
    public Posterior of(Proportion member) {
        double alpha = mean * strength + member.hits();
        double beta = (1 - mean) * strength + member.trials() - member.hits();
        return new Posterior(
                new BetaDistribution(null, alpha, beta, ACCURACY),
                alpha / (alpha + beta),
                member.trials() / (strength + member.trials()));
    }

    private static double clamp(double strength, double strongest) {
        return Math.min(Math.max(strength, 1), strongest);
    }
}
