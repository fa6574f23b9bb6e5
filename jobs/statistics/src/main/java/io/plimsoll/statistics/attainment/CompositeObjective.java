package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Figures of a composite from the figures of its members. What members attained at the same time is observed, not
 * computed: {@link io.plimsoll.statistics.timeline.Observation#serial} and
 * {@link io.plimsoll.statistics.timeline.Observation#parallel}; the products here assume that members fail
 * independently and stand beside the observed figure.
 */
public final class CompositeObjective {
    private CompositeObjective() {}

    /**
     * A member of a weighted mean.
     *
     * @param weight above 0
     * @param attained in [0, 1]; empty when the member has no data
     */
    public record Member(BigDecimal weight, Optional<Ratio> attained) {
        /**
         * Rejects a weight that is not above 0.
         *
         * @throws IllegalArgumentException naming the weight
         */
        public Member {
            if (weight.signum() <= 0) {
                throw new IllegalArgumentException("weight must be above 0: " + weight.toPlainString());
            }
        }
    }

    /** {@code Σ weight × attained / Σ weight} over the members with data; empty when none has any. */
    public static Optional<Ratio> weighted(List<Member> members) {
        Ratio sum = Ratio.ZERO;
        Ratio weights = Ratio.ZERO;
        for (Member member : members) {
            if (member.attained().isPresent()) {
                Ratio weight = Ratio.of(member.weight());
                sum = sum.plus(weight.times(member.attained().get()));
                weights = weights.plus(weight);
            }
        }
        return weights.signum() == 0 ? Optional.empty() : Optional.of(sum.dividedBy(weights));
    }

    /**
     * All members are needed and fail independently: {@code Π attained}.
     *
     * @throws IllegalArgumentException when there is no member
     */
    public static Ratio independentSerial(List<Ratio> members) {
        requireMembers(members);
        return members.stream().reduce(Ratio.ONE, Ratio::times);
    }

    /**
     * One member is enough and they fail independently: {@code 1 − Π (1 − attained)}.
     *
     * @throws IllegalArgumentException when there is no member
     */
    public static Ratio independentParallel(List<Ratio> members) {
        requireMembers(members);
        return Ratio.ONE.minus(members.stream().map(Ratio.ONE::minus).reduce(Ratio.ONE, Ratio::times));
    }

    private static void requireMembers(List<Ratio> members) {
        if (members.isEmpty()) {
            throw new IllegalArgumentException("a composite needs at least one member");
        }
    }
}
