package io.plimsoll.statistics.attainment;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Whether a promise was kept, decided on exact figures. */
public enum Verdict {
    /** The figure reached the target. */
    MET,
    /** It did not. */
    BREACHED,
    /** Too little was seen to say. */
    NO_DATA,
    /** Nothing happened that could have been good or bad. */
    NO_TRAFFIC;

    /**
     * The verdict on a figure. Too little coverage comes first, then no traffic; neither is ever MET.
     *
     * @param attainment the figure
     * @param target in [0, 1]; at equality it is met
     * @param minimumCoverage in [0, 1]; at equality there is enough data. Nothing expected is NO_DATA
     */
    public static Verdict of(Attainment attainment, BigDecimal target, BigDecimal minimumCoverage) {
        if (!attainment.isCovered(minimumCoverage)) {
            return NO_DATA;
        }
        if (attainment.total().signum() == 0) {
            return NO_TRAFFIC;
        }
        return attainment.meets(target) ? MET : BREACHED;
    }

    /**
     * Whether {@code good / total >= target}, exactly.
     *
     * @throws IllegalArgumentException when {@code total} is not positive
     */
    public static boolean meets(long good, long total, BigDecimal target) {
        return meets(BigInteger.valueOf(good), BigInteger.valueOf(total), target);
    }

    /**
     * Whether {@code good / total >= target}, exactly.
     *
     * @throws IllegalArgumentException when {@code total} is not positive
     */
    public static boolean meets(BigInteger good, BigInteger total, BigDecimal target) {
        return meets(new BigDecimal(good), new BigDecimal(total), target);
    }

    /**
     * Whether {@code good / total >= target}, exactly: products of decimals are not rounded.
     *
     * @throws IllegalArgumentException when {@code total} is not positive
     */
    public static boolean meets(BigDecimal good, BigDecimal total, BigDecimal target) {
        if (total.signum() <= 0) {
            throw new IllegalArgumentException("no verdict without traffic, total is " + total.toPlainString());
        }
        return good.compareTo(target.multiply(total)) >= 0;
    }
}
