package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A service that is promised, measured and paid for. OpenSLO and Plimsoll documents of one name are one service.
 *
 * @param name its name; {@code service_id} of feeds and tables
 * @param displayName its title; empty when none is given
 * @param description empty when none is given
 * @param criticality how much depends on it; empty when not stated
 * @param tier the organisation's own class, such as 1; empty when not stated
 * @param team the team that looks after it; empty when not stated
 * @param businessUnit the unit that it serves; empty when not stated
 * @param environment where it runs; empty when not stated
 * @param journeyStage the stage of the customer's journey that it carries; empty when none
 * @param vendor the vendor that delivers it; empty when none
 * @param dependsOn services that it needs, in declared order; those that are missing or close a cycle are left out
 * @param wentLiveOn first day of service; empty when not stated
 * @param retiredOn first day without service; empty when it is not retired
 * @param staff full-time people who look after it; empty when not stated
 */
public record Service(
        String name,
        Optional<String> displayName,
        Optional<String> description,
        Optional<Criticality> criticality,
        Optional<String> tier,
        Optional<String> team,
        Optional<String> businessUnit,
        Optional<HostEnvironment> environment,
        Optional<String> journeyStage,
        Optional<String> vendor,
        List<String> dependsOn,
        Optional<LocalDate> wentLiveOn,
        Optional<LocalDate> retiredOn,
        Optional<BigDecimal> staff,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies the list. */
    public Service {
        dependsOn = List.copyOf(dependsOn);
    }

    Service dependingOn(List<String> services) {
        return new Service(
                name,
                displayName,
                description,
                criticality,
                tier,
                team,
                businessUnit,
                environment,
                journeyStage,
                vendor,
                services,
                wentLiveOn,
                retiredOn,
                staff,
                effective,
                origin);
    }
}
