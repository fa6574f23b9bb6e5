package io.plimsoll.statistics.promise;

import java.math.BigDecimal;
import java.util.List;

/** The levels of reliability by which services are told apart: the steps in which most targets are promised, two to a nine. */
public final class TargetLevel {
    /** Below the least step. */
    public static final BigDecimal NONE = BigDecimal.ZERO;

    /** Strictest first. */
    private static final List<BigDecimal> STEPS = List.of(
            new BigDecimal("0.99999"),
            new BigDecimal("0.99995"),
            new BigDecimal("0.9999"),
            new BigDecimal("0.9995"),
            new BigDecimal("0.999"),
            new BigDecimal("0.995"),
            new BigDecimal("0.99"),
            new BigDecimal("0.95"),
            new BigDecimal("0.9"));

    private TargetLevel() {}

    /**
     * The strictest level that is reached, {@code good >= level × total} compared exactly; {@link #NONE} when none is.
     *
     * @param good not negative
     * @param total positive; 1 to find the level of a target
     */
    public static BigDecimal reached(BigDecimal good, BigDecimal total) {
        return STEPS.stream()
                .filter(level -> good.compareTo(level.multiply(total)) >= 0)
                .findFirst()
                .orElse(NONE);
    }
}
