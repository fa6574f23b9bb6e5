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
 * @param units how many alike units make up the capacity, null where the redundancy says it or asks for none
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
        @Nullable Integer units,
        @Nullable String billingSelector) {

    public Resource {
        metrics = List.copyOf(metrics);
    }

    /** The share of the capacity that may be used while a spare part has failed, in (0, 1]. */
    public double usableShare() {
        return switch (redundancy) {
            case "N" -> 1;
            case "2N" -> 0.5;
            default -> units == null ? 1 : (units - 1.0) / units;
        };
    }
}
