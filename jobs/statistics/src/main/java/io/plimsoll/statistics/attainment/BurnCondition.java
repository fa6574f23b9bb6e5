package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;

/**
 * A burn-rate condition over a long and a short window that both end at the same instant; it holds when the rates of both
 * fulfil the comparison, and never on a window without traffic.
 *
 * @param longSeconds the long window, above 0
 * @param shortSeconds the short window, above 0, at most the long one
 * @param op gt, gte, lt or lte: burn rate, comparison, threshold
 * @param threshold burn rate
 * @param afterSeconds how long it must have held without a pause before it counts; 0 for at once
 */
public record BurnCondition(long longSeconds, long shortSeconds, String op, Ratio threshold, long afterSeconds) {
    private static final long SHORT_PER_LONG = 12;

    /**
     * Rejects windows that are none.
     *
     * @throws IllegalArgumentException naming the value
     */
    public BurnCondition {
        if (shortSeconds <= 0 || shortSeconds > longSeconds) {
            throw new IllegalArgumentException(
                    "the short window must lie within the long one: " + shortSeconds + " s of " + longSeconds + " s");
        }
        if (afterSeconds < 0) {
            throw new IllegalArgumentException("a condition cannot last " + afterSeconds + " s");
        }
    }

    /**
     * A condition with the short window of the SRE Workbook, a twelfth of the long one, and both rounded up to what can be
     * seen: a window shorter than the indicator's grain would be empty most of the time.
     *
     * @param grainSeconds length of the indicator's slots or slices, whichever is longer
     * @param cellSeconds length of the cells in which the figures are kept
     */
    public static BurnCondition twelfth(
            long longSeconds, String op, Ratio threshold, long afterSeconds, long grainSeconds, long cellSeconds) {
        long grain = wholeCells(grainSeconds, cellSeconds);
        long whole = Math.max(grain, wholeCells(longSeconds, cellSeconds));
        long part = Math.max(grain, wholeCells(ceilDiv(longSeconds, SHORT_PER_LONG), cellSeconds));
        return new BurnCondition(whole, part, op, threshold, afterSeconds);
    }

    private static long wholeCells(long seconds, long cellSeconds) {
        return ceilDiv(seconds, cellSeconds) * cellSeconds;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return -Math.floorDiv(-dividend, divisor);
    }

    /** Whether {@code (bad / total) / (1 − target)} fulfils the comparison, without dividing; false without traffic. */
    boolean isFulfilledBy(BigDecimal bad, BigDecimal total, BigDecimal target) {
        if (total.signum() == 0 || target.compareTo(BigDecimal.ONE) >= 0) {
            return false;
        }
        Ratio allowed = threshold.times(Ratio.of(BigDecimal.ONE.subtract(target).multiply(total)));
        int side = Ratio.of(bad).compareTo(allowed);
        return switch (op) {
            case "gt" -> side > 0;
            case "gte" -> side >= 0;
            case "lt" -> side < 0;
            case "lte" -> side <= 0;
            default -> throw new IllegalArgumentException("op must be gt, gte, lt or lte: " + op);
        };
    }
}
