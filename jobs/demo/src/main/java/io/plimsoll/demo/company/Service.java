package io.plimsoll.demo.company;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service of the enterprise.
 *
 * @param journeyStage the stage of the customer's journey that it serves, null for none
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
        @Nullable String journeyStage,
        ZoneId zone,
        @Nullable String vendor,
        List<String> dependsOn,
        LocalDate wentLiveOn,
        int staff) {

    public Service {
        dependsOn = List.copyOf(dependsOn);
    }

    /** Whether it was live on the last day of {@code month}. */
    public boolean isLiveIn(YearMonth month) {
        return !wentLiveOn.isAfter(month.atEndOfMonth());
    }
}
