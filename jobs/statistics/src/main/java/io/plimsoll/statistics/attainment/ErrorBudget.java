package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The error budget of an objective in its window, in the unit of {@code total}: events, slices or seconds.
 *
 * <p>Budget {@code = (1 − target) × total}; consumed {@code = bad / budget}; remaining {@code = 1 − consumed}.
 *
 * @param target in [0, 1]
 * @param total what the window holds
 * @param bad what of it was bad
 */
public record ErrorBudget(BigDecimal target, BigDecimal total, BigDecimal bad) {
    /**
     * Rejects figures that no window can have.
     *
     * @throws IllegalArgumentException when the target leaves [0, 1] or {@code 0 <= bad <= total} does not hold
     */
    public ErrorBudget {
        if (target.signum() < 0 || target.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("target must lie in [0, 1]: " + target.toPlainString());
        }
        if (bad.signum() < 0 || bad.compareTo(total) > 0) {
            throw new IllegalArgumentException("error budget must have 0 <= bad <= total: bad " + bad.toPlainString()
                    + ", total " + total.toPlainString());
        }
    }

    /** The budget of whole events, slices or seconds. */
    public static ErrorBudget of(BigDecimal target, long total, long bad) {
        return new ErrorBudget(target, BigDecimal.valueOf(total), BigDecimal.valueOf(bad));
    }

    /** {@code (1 − target) × total}, exactly. */
    public BigDecimal budget() {
        return BigDecimal.ONE.subtract(target).multiply(total);
    }

    /** {@code bad / budget}, above 1 when overspent; empty when there is no budget: a target of 1, or no traffic. */
    public Optional<Ratio> consumed() {
        return budget().signum() == 0
                ? Optional.empty()
                : Optional.of(Ratio.of(bad).dividedBy(Ratio.of(budget())));
    }

    /** {@code 1 − consumed}, negative when overspent; empty when there is no budget. */
    public Optional<Ratio> remaining() {
        return consumed().map(Ratio.ONE::minus);
    }

    /** {@code budget − bad} in the unit of {@code total}, negative when overspent. */
    public BigDecimal remainingAmount() {
        return budget().subtract(bad);
    }

    /** Whether more was bad than the budget allows; with a target of 1 any bad. */
    public boolean isViolated() {
        return bad.compareTo(budget()) > 0;
    }
}
