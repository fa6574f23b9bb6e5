package io.plimsoll.gold;

import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.gold.governance.EscalationOutcome;
import io.plimsoll.gold.governance.GovernanceReview;
import io.plimsoll.gold.governance.ServiceLimitation;
import io.plimsoll.gold.governance.SlaException;
import io.plimsoll.gold.objectives.AgreementChain;
import io.plimsoll.gold.objectives.AgreementScope;
import io.plimsoll.gold.objectives.BreachAttribution;
import io.plimsoll.gold.objectives.CompositeAttainment;
import io.plimsoll.gold.objectives.JourneyImpact;
import io.plimsoll.gold.objectives.ObjectiveHour;
import io.plimsoll.gold.objectives.ObjectivePortfolio;
import io.plimsoll.gold.objectives.ObjectiveTimeline;
import io.plimsoll.gold.objectives.PeakAttainment;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliHour;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.SliSample;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.silver.catalogue.CalendarTable;
import io.plimsoll.silver.catalogue.EscalationPathTable;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.OrganisationTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.testing.BuiltTables;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/**
 * January 2026 in UTC, 744 hours: a shop (SLA {@code shop-sla} of team {@code web}) on a platform ({@code platform-ola} of team
 * {@code base}) on a cloud ({@code cloud-uc} of vendor {@code nimbus}), each with an objective and an indicator {@code <service>-up}.
 */
public final class ThreeServices {

    /** The run's date. */
    public static final LocalDate AS_OF = LocalDate.of(2026, 2, 1);

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Parameters PARAMETERS = new Parameters(AS_OF, ZoneOffset.UTC, Optional.empty());

    private final Map<String, Map<String, Object>> agreements = new HashMap<>();
    private final Map<String, Map<String, Object>> objectives = new HashMap<>();
    private final Map<String, Map<String, Object>> indicators = new HashMap<>();
    private final Map<String, Map<String, Object>> services = new HashMap<>();
    private final List<Map<String, Object>> paths = new ArrayList<>();
    private final List<Map<String, Object>> escalations = new ArrayList<>();
    private final List<Map<String, Object>> events = new ArrayList<>();
    private final List<Map<String, Object>> changes = new ArrayList<>();
    private final List<Map<String, Object>> slots = new ArrayList<>();
    private final List<Map<String, Object>> windows = new ArrayList<>();

    /** Three services measured by a state history, up all month, promising 99 %, 99.5 % and 99 %. */
    public ThreeServices() {
        agreement("shop-sla", "SLA", "shop", "web", "0.99", "platform-ola");
        agreement("platform-ola", "OLA", "platform", "base", "0.995", "cloud-uc");
        agreement("cloud-uc", "UC", "cloud", "nimbus", "0.99");
        List.of("shop", "platform", "cloud").forEach(this::measure);
    }

    private void agreement(
            String id, String type, String service, String provider, String target, String... underpinnedBy) {
        Map<String, Object> row = new HashMap<>();
        row.put("agreement_id", id);
        row.put("type", type);
        row.put("service_id", service);
        row.put("provider", provider);
        row.put("objectives", List.of(RowFactory.create(service + "-up", new BigDecimal(target))));
        row.put("period_unit", "month");
        row.put("zone", "UTC");
        row.put("exclusions", Map.of());
        row.put("missing_data", "ignore");
        row.put("minimum_coverage", new BigDecimal("0.001"));
        row.put("credit_tiers", List.of());
        row.put("underpinned_by", List.of(underpinnedBy));
        row.put("declared_underpinnings", List.of(underpinnedBy));
        row.put("effective_from", LocalDate.of(2026, 1, 1));
        agreements.put(id, row);
    }

    private void measure(String service) {
        services.put(service, new HashMap<>(Map.of("service_id", service, "depends_on", List.of())));
        String name = service + "-up";
        Map<String, Object> objective = new HashMap<>();
        objective.put("objective_id", name);
        objective.put("slo", name);
        objective.put("service_id", service);
        objective.put("sli_id", name);
        objective.put("method", "Occurrences");
        objective.put("target", new BigDecimal("0.99"));
        objective.put("window_kind", "rolling");
        objective.put("window_unit", "day");
        objective.put("window_count", 28);
        objectives.put(name, objective);
        Map<String, Object> indicator = new HashMap<>();
        indicator.put("sli_id", name);
        indicator.put("measure", "state");
        indicator.put("resolution_seconds", 60L);
        indicator.put("is_synthetic", false);
        indicators.put(name, indicator);
        state(name, 0, "OK");
    }

    /** Another value in an agreement's row. */
    public ThreeServices withAgreement(String id, String column, Object value) {
        named(agreements, id).put(column, value);
        return this;
    }

    /** Another target of the agreement on its own service. */
    public ThreeServices promising(String id, String target) {
        Object service = named(agreements, id).get("service_id");
        return withAgreement(id, "objectives", List.of(RowFactory.create(service + "-up", new BigDecimal(target))));
    }

    /** Another value in the row of a service's objective. */
    public ThreeServices withObjective(String service, String column, Object value) {
        named(objectives, service + "-up").put(column, value);
        return this;
    }

    /** Another value in the row of a service's indicator. */
    public ThreeServices withIndicator(String service, String column, Object value) {
        named(indicators, service + "-up").put(column, value);
        return this;
    }

    /** Another value in a service's row. */
    public ThreeServices withService(String service, String column, Object value) {
        named(services, service).put(column, value);
        return this;
    }

    /** An escalation path that the shop's SLA follows. */
    public ThreeServices escalating(String path, int respondWithinMinutes) {
        paths.add(Map.of("path_id", path, "respond_within_minutes", respondWithinMinutes));
        return withAgreement("shop-sla", "escalation_path", path);
    }

    /** A call on the shop's SLA at an hour of the month; the minutes until somebody acted, null when nobody did. */
    public ThreeServices called(String id, double hour, @Nullable Integer minutesToAction) {
        Map<String, Object> call = new HashMap<>();
        call.put("escalation_id", id);
        call.put("path_id", "page");
        call.put("agreement_id", "shop-sla");
        call.put("triggered_at", at(hour));
        call.put("source", "pager");
        if (minutesToAction != null) {
            call.put("action_at", at(hour + minutesToAction / 60.0));
        }
        escalations.add(call);
        return this;
    }

    /** A review of or decision on the shop's SLA at an hour of the month. */
    public ThreeServices governed(String kind, double hour, @Nullable String decision) {
        Map<String, Object> event = new HashMap<>();
        event.put("event_id", kind + hour);
        event.put("agreement_id", "shop-sla");
        event.put("at", at(hour));
        event.put("kind", kind);
        event.put("source", "register");
        if (decision != null) {
            event.put("decision", decision);
        }
        events.add(event);
        return this;
    }

    /** Counts in slots of {@code seconds} instead of states. */
    public ThreeServices counting(String service, long seconds) {
        named(indicators, service + "-up").putAll(Map.of("measure", "counts", "resolution_seconds", seconds));
        return this;
    }

    /** PROBLEM from one hour of the month to another. */
    public ThreeServices down(String service, double fromHour, double toHour) {
        state(service + "-up", fromHour, "PROBLEM");
        state(service + "-up", toHour, "OK");
        return this;
    }

    private void state(String sli, double hour, String state) {
        changes.add(Map.of("sli_id", sli, "tool", "t", "changed_at", at(hour), "state", state));
    }

    /** A slot that begins at an hour of the month. */
    public ThreeServices slot(String service, double hour, long good, long total) {
        Instant at = at(hour);
        slots.add(Map.of(
                "sli_id",
                service + "-up",
                "tool",
                "t",
                "measured_at",
                at,
                "good",
                good,
                "total",
                total,
                "day",
                LocalDate.ofInstant(at, ZoneOffset.UTC)));
        return this;
    }

    /** Planned work on a service, approved so many hours before it starts; null for never. */
    public ThreeServices maintenance(
            String id, String service, double fromHour, double toHour, @Nullable Double approvedBefore) {
        Map<String, Object> window = new HashMap<>();
        window.put("window_id", id);
        window.put("scope", service);
        window.put("kind", "planned");
        window.put("starts_at", at(fromHour));
        window.put("ends_at", at(toHour));
        if (approvedBefore != null) {
            window.put("approved_at", at(fromHour - approvedBefore));
        }
        window.put("source", "calendar");
        windows.add(window);
        return this;
    }

    /** The same records in another order. */
    public ThreeServices shuffled(long seed) {
        Random random = new Random(seed);
        List.of(changes, slots, windows).forEach(list -> Collections.shuffle(list, random));
        return this;
    }

    /** The instant at an hour of the month. */
    public static Instant at(double hour) {
        return START.plusSeconds(Math.round(hour * 3600));
    }

    private static Map<String, Object> named(Map<String, Map<String, Object>> rows, String name) {
        return Objects.requireNonNull(rows.get(name), () -> "the case has no " + name);
    }

    /** A gold table. */
    public Dataset<Row> table(String name) {
        return new BuiltTables(
                        silver().inputs(),
                        PARAMETERS,
                        new StateInterval(),
                        new AgreementScope(),
                        new SlaCompliance(),
                        new ObjectiveHour(),
                        new ObjectiveTimeline(),
                        new SlaException(),
                        new BreachAttribution(),
                        new AgreementChain(),
                        new SliHour(),
                        new CompositeAttainment(),
                        new PeakAttainment(),
                        new ObjectivePortfolio(),
                        new JourneyImpact(),
                        new EscalationOutcome(),
                        new GovernanceReview(),
                        new ServiceLimitation())
                .table(name);
    }

    private Rows silver() {
        List<Map<String, Object>> records = indicators.keySet().stream()
                .map(sli -> Map.<String, Object>of("sli_id", sli, "tool", "t", "is_record", true, "first_at", START))
                .toList();
        return new Rows()
                .with(AgreementTable.CONTRACT, List.copyOf(agreements.values()))
                .with(ObjectiveTable.CONTRACT, List.copyOf(objectives.values()))
                .with(IndicatorTable.CONTRACT, List.copyOf(indicators.values()))
                .with(CalendarTable.CONTRACT, List.of())
                .with(OrganisationTable.VENDOR.contract(), List.of(Map.of("vendor_id", "nimbus")))
                .with(OrganisationTable.TEAM.contract(), List.of(Map.of("team_id", "base"), Map.of("team_id", "web")))
                .with(new SliRecord().contract(), records)
                .with(ServiceTable.CONTRACT, List.copyOf(services.values()))
                .with(EscalationPathTable.CONTRACT, paths)
                .with(
                        OrganisationTable.JOURNEY_STAGE.contract(),
                        List.of(Map.of("journey_stage_id", "buy", "weight", new BigDecimal("0.6"))))
                .with(feed("silver.escalation"), escalations)
                .with(feed("silver.incident"), List.of())
                .with(feed("silver.governance_event"), events)
                .with(feed("silver.state_change"), changes)
                .with(new ServiceCostDay().contract(), List.of())
                .with(feed("silver.maintenance_window"), windows)
                .with(new SliSample().contract(), slots);
    }

    private static TableContract feed(String name) {
        return KeyedFeed.all().stream()
                .map(table -> table.contract())
                .filter(contract -> contract.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
