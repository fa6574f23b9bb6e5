package io.plimsoll.demo.company;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that can run out.
 *
 * @param name also the bill's {@code ResourceId} where the bill carries no tag
 * @param metrics what is measured of it, as {@code cpu} or {@code storage}
 * @param capacity in {@code unit}
 * @param orderStep least amount that can be added, in {@code unit}
 * @param unitCost monthly price of one {@code unit} in {@code currency}
 * @param redundancy {@code N}, {@code N+1} or {@code 2N}
 * @param billingSelector a predicate over the bill's columns that finds its charges, null when tags or ids do
 */
public record Resource(
        String name,
        String service,
        List<String> metrics,
        String unit,
        int capacity,
        int leadTimeDays,
        int orderStep,
        BigDecimal unitCost,
        String currency,
        BigDecimal targetUtilisation,
        String redundancy,
        @Nullable String billingSelector) {

    public Resource {
        metrics = List.copyOf(metrics);
    }
}
