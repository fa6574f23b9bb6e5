package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A multiwindow burn-rate condition (SRE Workbook, chapter 5): the rate over a long window and over a short one, a
 * twelfth of it, both exceed the threshold that spends a share of the budget within the long window.
 *
 * @param budgetShare share of the budget, above 0
 * @param longSeconds the long window, a multiple of 12
 */
public record BurnAlert(BigDecimal budgetShare, long longSeconds) {
    private static final long HOUR = 3_600;
    private static final int SHORT_PER_LONG = 12;

    /** 2 % in an hour, 5 % in six hours, 10 % in a day, 10 % in three days: over 30 days 14.4, 6, 3 and 1. */
    public static final List<BurnAlert> STANDARD = List.of(
            new BurnAlert(new BigDecimal("0.02"), HOUR),
            new BurnAlert(new BigDecimal("0.05"), 6 * HOUR),
            new BurnAlert(new BigDecimal("0.10"), 24 * HOUR),
            new BurnAlert(new BigDecimal("0.10"), 72 * HOUR));

    /**
     * Rejects a condition that can never or always hold.
     *
     * @throws IllegalArgumentException naming the value
     */
    public BurnAlert {
        if (budgetShare.signum() <= 0) {
            throw new IllegalArgumentException("budget share must be above 0: " + budgetShare.toPlainString());
        }
        if (longSeconds <= 0 || longSeconds % SHORT_PER_LONG != 0) {
            throw new IllegalArgumentException("long window must be a positive multiple of 12 seconds: " + longSeconds);
        }
    }

    /** The short window, which ends the alert soon after the burning ends. */
    public long shortSeconds() {
        return longSeconds / SHORT_PER_LONG;
    }

    /**
     * The threshold {@code share × objective's window / long window}.
     *
     * @param objectiveSeconds the objective's window
     */
    public Ratio threshold(long objectiveSeconds) {
        return Ratio.of(budgetShare).times(Ratio.of(objectiveSeconds, longSeconds));
    }

    /**
     * Whether both rates exceed the threshold; at equality they do not, and an empty rate never does.
     *
     * @param longBurn over the long window
     * @param shortBurn over the short window
     * @param objectiveSeconds the objective's window
     */
    public boolean fires(Optional<BurnRate> longBurn, Optional<BurnRate> shortBurn, long objectiveSeconds) {
        Ratio threshold = threshold(objectiveSeconds);
        return exceeds(longBurn, threshold) && exceeds(shortBurn, threshold);
    }

    private static boolean exceeds(Optional<BurnRate> burn, Ratio threshold) {
        return burn.filter(rate -> rate.value().compareTo(threshold) > 0).isPresent();
    }
}
