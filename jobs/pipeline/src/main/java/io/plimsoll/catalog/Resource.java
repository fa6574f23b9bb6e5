package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a service runs on and can run out of.
 *
 * @param name its name; {@code resource_id} of feeds and tables
 * @param service the service that runs on it; empty when not stated
 * @param metrics what is measured of it, such as cpu; empty for whatever is measured
 * @param unit unit of {@code capacity}; empty when not stated
 * @param capacity raw capacity in {@code unit}; empty when the measurements carry it
 * @param leadTimeDays days from an order to its use; empty when not stated
 * @param orderStep smallest amount that can be ordered, in {@code unit}; empty when any
 * @param unitCost cost of one {@code unit} a month; empty when not stated
 * @param currency currency of {@code unitCost}, three letters; empty when not stated
 * @param targetUtilisation ratio in (0,1] of usable capacity up to which it should be used; empty when not stated
 * @param redundancy what must be spare; N (nothing) when not stated
 * @param units how many alike units make up the capacity, spare ones among them; empty when not stated
 * @param buffer ratio in [0,1) of the capacity that is kept free; empty when not stated
 * @param billingSelector Spark SQL predicate over FOCUS columns that finds its charges; empty when not stated
 */
public record Resource(
        String name,
        Optional<String> service,
        List<String> metrics,
        Optional<String> unit,
        Optional<BigDecimal> capacity,
        Optional<Integer> leadTimeDays,
        Optional<BigDecimal> orderStep,
        Optional<BigDecimal> unitCost,
        Optional<String> currency,
        Optional<BigDecimal> targetUtilisation,
        Redundancy redundancy,
        Optional<Integer> units,
        Optional<BigDecimal> buffer,
        Optional<String> billingSelector,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies the list. */
    public Resource {
        metrics = List.copyOf(metrics);
    }
}
