package io.plimsoll.oracle;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A workspace as its records and promises, after every correction. Instants are epoch seconds.
 *
 * @param zone the organisation's zone
 * @param asOf the run's date
 * @param firstAt an instant before every record
 * @param slots by indicator, then tool, then start
 * @param events by indicator, then tool, then instant
 */
record World(
        ZoneId zone,
        LocalDate asOf,
        long firstAt,
        Map<String, Calendar> calendars,
        List<Indicator> indicators,
        List<Objective> objectives,
        List<Agreement> agreements,
        Map<String, Map<String, TreeMap<Long, Slot>>> slots,
        Map<String, Map<String, TreeMap<Long, Event>>> events,
        List<Request> requests) {

    /** Sources of slots and of states, in the order of the settings, which is not that of the alphabet. */
    static final List<String> SLOT_SOURCES = List.of("beta", "alpha");

    static final List<String> STATE_SOURCES = List.of("delta", "gamma");

    static List<String> sources(Indicator indicator) {
        return indicator.measure().equals("state") ? STATE_SOURCES : SLOT_SOURCES;
    }

    /** The run's instant. */
    long asOfAt() {
        return asOf.atStartOfDay(zone).toEpochSecond();
    }

    Indicator indicator(String name) {
        return indicators.stream()
                .filter(indicator -> indicator.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Service hours: local minutes of the day, by weekday. */
    record Calendar(ZoneId zone, Map<DayOfWeek, List<int[]>> weekly, Set<LocalDate> holidays) {}

    /** @param tool the tool that the catalogue names, or null */
    record Indicator(
            String name,
            String service,
            String measure,
            long resolution,
            @Nullable String tool) {}

    /** An SLO with its versions; null bounds are open. */
    record Objective(String name, String indicator, List<ObjectiveTerms> versions) {}

    record ObjectiveTerms(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            String method,
            BigDecimal target,
            @Nullable BigDecimal sliceTarget,
            long sliceSeconds,
            @Nullable String op,
            double threshold,
            BudgetSpan span) {}

    /** A budget's window: rolling without an anchor. Unit is h, d, w, M or Q. */
    record BudgetSpan(int count, String unit, @Nullable LocalDateTime anchor, ZoneId zone) {}

    record Agreement(String name, String service, String objective, List<AgreementTerms> versions) {}

    record AgreementTerms(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable BigDecimal target,
            String unit,
            ZoneId zone,
            @Nullable String calendar,
            Map<String, Policy> policies,
            String missingData,
            BigDecimal minimumCoverage) {}

    record Policy(
            String treatment,
            @Nullable Integer noticeHours,
            @Nullable Integer monthlyCapMinutes) {}

    record Slot(long good, long total, double value) {}

    record Event(String state, @Nullable String previous) {}

    record Request(
            String id,
            String scope,
            long from,
            long to,
            @Nullable Long approved,
            @Nullable String kind) {}
}
