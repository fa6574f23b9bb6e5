package io.plimsoll.statistics.shrinkage;

import io.plimsoll.statistics.rate.EventRate;
import java.util.List;
import org.apache.commons.math3.distribution.GammaDistribution;

/**
 * A class of rates: members' rates vary as a gamma distribution, their events are Poisson (Marshall 1991, moments weighted by exposure).
 *
 * <p>The class never counts for more than all its exposure together; half an event is added (Jeffreys), so that a class without events is not certain of 0.
 *
 * @param mean events a unit of exposure, positive
 * @param strength exposure of its own that outweighs the class, positive
 */
public record GammaPoissonClass(double mean, double strength) {
    private static final double ACCURACY = 1e-12;

    /**
     * The class of these members.
     *
     * @throws IllegalArgumentException without members: there is no unit of exposure to speak of
     */
    public static GammaPoissonClass of(List<EventRate> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a class of rates without members has no rate");
        }
        Moments moments = new Moments();
        double events = 0;
        for (EventRate member : members) {
            events += member.events();
            moments.add(member.perUnit(), member.exposure());
        }
        double exposure = moments.weight();
        double mean = (events + 0.5) / exposure;
        double between = moments.between();
        return new GammaPoissonClass(mean, between <= 0 ? exposure : Math.min(mean / between, exposure));
    }

    /** A member's rate. */
    public Posterior of(EventRate member) {
        double shape = mean * strength + member.events();
        double exposure = strength + member.exposure();
        return new Posterior(
                new GammaDistribution(null, shape, 1 / exposure, ACCURACY),
                shape / exposure,
                member.exposure() / exposure);
    }
}
