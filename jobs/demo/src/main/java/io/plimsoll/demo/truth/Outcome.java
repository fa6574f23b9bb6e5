package io.plimsoll.demo.truth;

import java.math.BigDecimal;

/**
 * What one promise came to in one period. Ratios are NaN where nothing was counted.
 *
 * @param good good events, slices or seconds after exclusions
 * @param total all of them
 */
public record Outcome(
        String status,
        BigDecimal target,
        BigDecimal good,
        BigDecimal total,
        double attainedNet,
        double attainedGross,
        long excludedSeconds,
        long unknownSeconds,
        double coverage) {}
