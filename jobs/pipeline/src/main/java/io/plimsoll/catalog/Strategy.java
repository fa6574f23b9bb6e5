package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the organisation values while it is in force. Weights are at least 0 and need not sum to 1.
 *
 * @param title how people call it; empty when the name will do
 * @param themes weight by theme; empty when not weighed
 * @param businessUnits weight by business unit; empty when not weighed
 * @param journeyStages weight by stage of the customer's journey; empty when not weighed
 */
public record Strategy(
        String name,
        Optional<String> title,
        Map<String, BigDecimal> themes,
        Map<String, BigDecimal> businessUnits,
        Map<String, BigDecimal> journeyStages,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies what it is given, in its order. */
    public Strategy {
        themes = Collections.unmodifiableMap(new LinkedHashMap<>(themes));
        businessUnits = Collections.unmodifiableMap(new LinkedHashMap<>(businessUnits));
        journeyStages = Collections.unmodifiableMap(new LinkedHashMap<>(journeyStages));
    }
}
