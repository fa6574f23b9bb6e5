package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a breach costs.
 *
 * @param tiers the lowest tier that the attained figure is below applies; ordered from the lowest
 * @param base what the percent is taken of; {@code service_charges} when not stated
 * @param capPercent most that a period can owe, in percent of the base; empty for no cap
 * @param claimWithinDays days after the period in which a credit can be claimed; empty for ever
 */
public record Credits(
        List<CreditTier> tiers, String base, Optional<BigDecimal> capPercent, Optional<Integer> claimWithinDays) {

    /** Copies the list. */
    public Credits {
        tiers = List.copyOf(tiers);
    }
}
