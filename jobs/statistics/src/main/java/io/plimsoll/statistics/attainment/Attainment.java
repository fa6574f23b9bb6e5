package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * What was attained in a scope, before any rounding.
 *
 * @param good good events, slices or seconds; under {@link BudgetingMethod#RATIO_TIMESLICES} the sum of the slice ratios
 * @param total events, slices or seconds
 * @param received slots received, or known seconds
 * @param expected slots of the grid in the scope, or its seconds
 */
public record Attainment(RatioSum good, BigInteger total, long received, long expected) {
    /** {@code good / total}; empty without traffic. Costly for slice ratios of many denominators. */
    public Optional<Ratio> attained() {
        return total.signum() == 0
                ? Optional.empty()
                : Optional.of(good.exact().dividedBy(new Ratio(total, BigInteger.ONE)));
    }

    /** {@code received / expected}, in [0, 1]; empty when nothing was expected. */
    public Optional<Ratio> coverage() {
        return expected == 0 ? Optional.empty() : Optional.of(Ratio.of(received, expected));
    }

    /**
     * Whether {@code good / total >= target}, exactly.
     *
     * @throws IllegalStateException without traffic
     */
    public boolean meets(BigDecimal target) {
        if (total.signum() == 0) {
            throw new IllegalStateException("no verdict without traffic");
        }
        return good.compareTo(target.multiply(new BigDecimal(total))) >= 0;
    }

    /** Whether {@code received / expected >= minimum}, exactly; false when nothing was expected. */
    public boolean isCovered(BigDecimal minimum) {
        return expected > 0 && Verdict.meets(received, expected, minimum);
    }
}
