package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;

/**
 * How an objective weighs its slots.
 *
 * @param method the budgeting method
 * @param sliceSeconds length of a slice, aligned to the epoch; without meaning for {@link BudgetingMethod#OCCURRENCES}
 * @param sliceTarget the ratio at which a slice is good, at equality too; only {@link BudgetingMethod#TIMESLICES} reads it
 * @param missing what a slice without a slot counts as; {@link BudgetingMethod#OCCURRENCES} cannot weigh what it has not
 *     seen
 */
public record AttainmentRule(BudgetingMethod method, long sliceSeconds, BigDecimal sliceTarget, MissingData missing) {
    /**
     * Rejects a slice without length.
     *
     * @throws IllegalArgumentException naming the length
     */
    public AttainmentRule {
        if (sliceSeconds <= 0) {
            throw new IllegalArgumentException("slice must be positive, in seconds: " + sliceSeconds);
        }
    }

    /** Σ good / Σ total. */
    public static AttainmentRule occurrences() {
        return new AttainmentRule(BudgetingMethod.OCCURRENCES, 1, BigDecimal.ZERO, MissingData.IGNORE);
    }

    /** Good slices / slices. */
    public static AttainmentRule timeslices(long sliceSeconds, BigDecimal sliceTarget, MissingData missing) {
        return new AttainmentRule(BudgetingMethod.TIMESLICES, sliceSeconds, sliceTarget, missing);
    }

    /** The mean of the slice ratios. */
    public static AttainmentRule ratioTimeslices(long sliceSeconds, MissingData missing) {
        return new AttainmentRule(BudgetingMethod.RATIO_TIMESLICES, sliceSeconds, BigDecimal.ZERO, missing);
    }
}
