package io.plimsoll.demo.company;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service of the enterprise.
 *
 * @param zone where its users live: their hours shape its demand
 * @param vendor who runs it, null when the enterprise does
 * @param staff full-time people who look after it
 */
public record Service(
        String name,
        String title,
        String criticality,
        int tier,
        String team,
        String businessUnit,
        Environment environment,
        String journeyStage,
        ZoneId zone,
        @Nullable String vendor,
        List<String> dependsOn,
        LocalDate wentLiveOn,
        int staff) {

    public Service {
        dependsOn = List.copyOf(dependsOn);
    }
}
