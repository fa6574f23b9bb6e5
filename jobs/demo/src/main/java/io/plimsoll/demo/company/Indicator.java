package io.plimsoll.demo.company;

import java.util.List;

/**
 * A service level indicator.
 *
 * @param name the {@code sli_id}
 * @param outcome whether it measures a business outcome, not only a technical one
 * @param synthetic whether a robot makes the traffic
 * @param monitors the tools that measure it; the first one is the tool of record
 */
public record Indicator(
        String name,
        String service,
        Measure measure,
        boolean outcome,
        boolean synthetic,
        String description,
        List<Monitor> monitors) {

    public Indicator {
        monitors = List.copyOf(monitors);
    }

    /** The tool whose figures count in statements. */
    public Monitor record() {
        return monitors.get(0);
    }
}
