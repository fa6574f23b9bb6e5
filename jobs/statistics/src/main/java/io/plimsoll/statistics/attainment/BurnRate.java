package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * How fast a window burns the error budget: 1 spends exactly the budget by the end of the objective's window.
 *
 * @param value {@code (bad / total) / (1 − target)} over the window
 */
public record BurnRate(Ratio value) {
    /**
     * The burn rate of a window; empty without traffic, and for a target of 1, which has no budget to burn.
     *
     * @throws IllegalArgumentException when the figures are none a window can have
     */
    public static Optional<BurnRate> of(BigDecimal target, long total, long bad) {
        return ErrorBudget.of(target, total, bad).consumed().map(BurnRate::new);
    }

    /**
     * The share of the budget that this rate spends: {@code rate × window / objective's window} (SRE Workbook, chapter 5).
     *
     * @param windowSeconds how long the rate lasts
     * @param objectiveSeconds the objective's window
     */
    public Ratio budgetConsumed(long windowSeconds, long objectiveSeconds) {
        return value.times(Ratio.of(windowSeconds, objectiveSeconds));
    }
}
