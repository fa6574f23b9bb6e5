package io.plimsoll.statistics.capacity;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What reliability costs.
 *
 * @param cost of the period, in one currency
 * @param good good units of the period (events, seconds, slices; a sum of slice ratios has fractions), not negative
 * @param total all units, at least {@code good}
 */
public record UnitCost(BigDecimal cost, BigDecimal good, BigDecimal total) {
    private static final MathContext MONEY = new MathContext(20, RoundingMode.HALF_EVEN);

    /**
     * Checks the counts.
     *
     * @throws IllegalArgumentException when they are not {@code 0 <= good <= total}
     */
    public UnitCost {
        if (good.signum() < 0 || good.compareTo(total) > 0) {
            throw new IllegalArgumentException(good + " good units of " + total + ": expected 0 <= good <= total");
        }
    }

    /** {@code cost / good}, to twenty digits; empty without a good unit. */
    public Optional<BigDecimal> perGoodUnit() {
        return good.signum() == 0 ? Optional.empty() : Optional.of(cost.divide(good, MONEY));
    }

    /** {@code −log10(1 − good/total)}: 3 for 99.9 %. At most log10 of the units, for more nines than events nobody has seen. Empty without units. */
    public OptionalDouble nines() {
        if (total.signum() == 0) {
            return OptionalDouble.empty();
        }
        double bad = total.subtract(good).doubleValue();
        return OptionalDouble.of(Math.log10(total.doubleValue()) - Math.log10(Math.max(1, bad)));
    }

    /** {@code cost / nines}; empty without units, and without a nine to divide by (nothing was good, or there was one unit). */
    public OptionalDouble perNine() {
        OptionalDouble nines = nines();
        return nines.isEmpty() || nines.getAsDouble() <= 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(cost.doubleValue() / nines.getAsDouble());
    }
}
