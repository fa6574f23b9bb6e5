package io.plimsoll.catalog;

import java.math.BigDecimal;

/**
 * A credit of {@code percent} for a figure below {@code belowRatio}; a figure of exactly that earns nothing under the tier.
 *
 * @param belowRatio ratio in (0,1]: the document's percentage divided by 100
 * @param percent credit in percent of the base, in [0,100]
 */
public record CreditTier(BigDecimal belowRatio, BigDecimal percent) {}
