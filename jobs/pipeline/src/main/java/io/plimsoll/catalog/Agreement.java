package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A promise between two parties.
 *
 * @param name its name; {@code agreement_id} of feeds and tables
 * @param type between whom it stands
 * @param service the service that is promised; it may be one that nobody declares
 * @param provider team or vendor that promises; empty when not stated
 * @param customer to whom it is promised; empty when not stated
 * @param objectives what is promised, at least one
 * @param period how often it is judged
 * @param zone the zone of its periods and dates
 * @param serviceHours the calendar of its service hours; empty for around the clock
 * @param exclusions policy by kind of window; a kind that is not named has no effect
 * @param missingData what a slice without any slot is
 * @param minimumCoverage ratio in [0,1] of slots received below which there is no verdict
 * @param credits what a breach costs; empty when nothing
 * @param underpinnedBy agreements that hold it up, in declared order; those that are missing or close a cycle are left out
 * @param declaredUnderpinnings what its document lists there, whether or not it leads anywhere
 * @param escalationPath whom to call at a breach; empty when not stated
 * @param sensitivity who may see it; empty for everyone
 */
public record Agreement(
        String name,
        AgreementType type,
        String service,
        Optional<String> provider,
        Optional<String> customer,
        List<PromisedObjective> objectives,
        PeriodUnit period,
        ZoneId zone,
        Optional<String> serviceHours,
        Map<String, ExclusionPolicy> exclusions,
        MissingData missingData,
        BigDecimal minimumCoverage,
        Optional<Credits> credits,
        List<String> underpinnedBy,
        List<String> declaredUnderpinnings,
        Optional<String> escalationPath,
        Optional<String> sensitivity,
        Effective effective,
        Origin origin)
        implements Entry {

    /** Copies what it is given, in its order. */
    public Agreement {
        objectives = List.copyOf(objectives);
        exclusions = Collections.unmodifiableMap(new LinkedHashMap<>(exclusions));
        underpinnedBy = List.copyOf(underpinnedBy);
        declaredUnderpinnings = List.copyOf(declaredUnderpinnings);
    }

    Agreement promising(List<PromisedObjective> promised) {
        return new Agreement(
                name,
                type,
                service,
                provider,
                customer,
                promised,
                period,
                zone,
                serviceHours,
                exclusions,
                missingData,
                minimumCoverage,
                credits,
                underpinnedBy,
                declaredUnderpinnings,
                escalationPath,
                sensitivity,
                effective,
                origin);
    }

    Agreement standingOn(List<String> agreements) {
        return new Agreement(
                name,
                type,
                service,
                provider,
                customer,
                objectives,
                period,
                zone,
                serviceHours,
                exclusions,
                missingData,
                minimumCoverage,
                credits,
                agreements,
                declaredUnderpinnings,
                escalationPath,
                sensitivity,
                effective,
                origin);
    }
}
