package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * An agreement's service credit tiers. They are half-open and judged on the unrounded figure: exactly 99.9 earns nothing
 * under {@code below: 99.9}.
 */
public final class CreditTiers {
    private static final int PERCENT_DIGITS = 2;

    private final List<Tier> ascending;

    private CreditTiers(List<Tier> ascending) {
        this.ascending = ascending;
    }

    /**
     * One tier: a figure below {@code below} earns {@code percent}, unless a lower tier applies.
     *
     * @param below in percent, above 0 up to 100
     * @param percent share of the charges, in percent, 0 to 100
     */
    public record Tier(BigDecimal below, BigDecimal percent) {
        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        /**
         * Rejects figures that are no percentages.
         *
         * @throws IllegalArgumentException naming the tier
         */
        public Tier {
            boolean isBound = below.signum() > 0 && below.compareTo(HUNDRED) <= 0;
            boolean isShare = percent.signum() >= 0 && percent.compareTo(HUNDRED) <= 0;
            if (!isBound || !isShare) {
                throw new IllegalArgumentException("credit tier must lie within 0 and 100 percent: below "
                        + below.toPlainString() + ", percent " + percent.toPlainString());
            }
        }
    }

    /**
     * Tiers in any order.
     *
     * @throws IllegalArgumentException when two tiers have the same {@code below}
     */
    public static CreditTiers of(List<Tier> tiers) {
        Set<BigDecimal> bounds = new HashSet<>();
        for (Tier tier : tiers) {
            if (!bounds.add(tier.below().stripTrailingZeros())) {
                throw new IllegalArgumentException(
                        "two credit tiers below " + tier.below().toPlainString() + ": keep one");
            }
        }
        return new CreditTiers(
                tiers.stream().sorted(Comparator.comparing(Tier::below)).toList());
    }

    /** The tier of a figure: the one with the lowest bound above it; empty when the figure earns nothing. */
    public Optional<Tier> tier(Ratio attained) {
        return lowest(bound -> attained.compareTo(Ratio.of(bound)) < 0);
    }

    /**
     * The tier of a figure that is not divided: sums of slice ratios of many denominators are compared, not written out.
     *
     * @throws IllegalStateException without traffic
     */
    public Optional<Tier> tier(Attainment attained) {
        return lowest(bound -> !attained.meets(bound));
    }

    /**
     * The credit in percent of the charges, 0 when the figure earns nothing.
     *
     * @param attained the net figure in [0, 1], unrounded
     */
    public BigDecimal percent(Ratio attained) {
        return tier(attained).map(Tier::percent).orElse(BigDecimal.ZERO);
    }

    /**
     * The credit in percent of the charges, 0 when the figure earns nothing.
     *
     * @throws IllegalStateException without traffic
     */
    public BigDecimal percent(Attainment attained) {
        return tier(attained).map(Tier::percent).orElse(BigDecimal.ZERO);
    }

    private Optional<Tier> lowest(Predicate<BigDecimal> isBelow) {
        return ascending.stream()
                .filter(tier -> isBelow.test(tier.below().movePointLeft(PERCENT_DIGITS)))
                .findFirst();
    }
}
