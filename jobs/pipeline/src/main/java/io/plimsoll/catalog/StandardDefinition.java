package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the enterprise defines objectives of a sort, so that their figures can be compared. It applies to the objectives that it
 * selects, and asks of them what is not empty.
 *
 * @param title how people call it; empty when the name will do
 * @param measure what the indicator delivers; empty for any
 * @param outcome what the indicator says; empty for either
 * @param criticality of the service; empty for any
 * @param environment of the service; empty for any
 * @param method how it must count
 * @param timeSlice how long its slices must be
 * @param window how long its error budget's window must be
 * @param windowIsRolling whether that window must roll, or must follow a calendar
 * @param coarsestResolutionSeconds how far apart its slots may be
 * @param lowestTarget ratio in [0,1] below which no target may lie
 */
public record StandardDefinition(
        String name,
        Optional<String> title,
        Optional<Measure> measure,
        Optional<Outcome> outcome,
        List<Criticality> criticality,
        List<HostEnvironment> environment,
        Optional<BudgetingMethod> method,
        Optional<Duration> timeSlice,
        Optional<DurationShorthand> window,
        Optional<Boolean> windowIsRolling,
        Optional<Long> coarsestResolutionSeconds,
        Optional<BigDecimal> lowestTarget,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies the lists. */
    public StandardDefinition {
        criticality = List.copyOf(criticality);
        environment = List.copyOf(environment);
    }
}
