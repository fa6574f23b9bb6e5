package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Incident;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The service desk's audit log: one row an update of an incident, the last one is the truth. Dates are day-first London time, a missing
 * value is a question mark, lines end in CRLF, summaries hold line breaks, some updates stand in the wrong order, two rows are broken.
 */
final class ServiceDeskExport implements Export {

    private static final String SOURCE = "servicenow";
    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);
    private static final String HEADER =
            "number,incident_state,active,sys_mod_count,opened_at,sys_updated_at,business_service,"
                    + "cmdb_ci,priority,u_major,category,close_code,caused_by,contact_type,knowledge,assignment_group,vendor,"
                    + "reopen_count,short_description,acknowledged_at,resolved_at,closed_at,sys_domain";
    private static final int BROKEN = 2;

    @Override
    public List<Source> sources(World world) {
        if (world.events().incidents().isEmpty()) {
            return List.of();
        }
        return List.of(Source.of(SOURCE, "incident", "csv", "landing/servicenow/*.csv")
                .in(Zones.LONDON.getId())
                .option("header", true)
                .option("multiLine", true)
                .option("nullValue", "?")
                .column("incident_id", "number")
                .column("opened_at", london("opened_at"))
                .column("acknowledged_at", london("acknowledged_at"))
                .column("resolved_at", london("resolved_at"))
                .column("closed_at", london("closed_at"))
                .column("service_id", "business_service")
                .column("component", "cmdb_ci")
                .column("severity", "cast(substring(priority, 1, 1) as int)")
                .column("major", "u_major = 'TRUE'")
                .column("category", "category")
                .column("cause", "close_code")
                .column("caused_by_change_id", "caused_by")
                .column(
                        "detected_by",
                        "case contact_type when 'Event' then 'monitoring' when 'Robot' then 'synthetic' "
                                + "when 'Phone' then 'customer' else 'staff' end")
                .column("runbook_id", "knowledge")
                .column("team_id", "assignment_group")
                .column("vendor_id", "vendor")
                .column("reopened", "reopen_count")
                .column("summary", "short_description")
                .column("updated_at", london("sys_updated_at")));
    }

    private static String london(String column) {
        return "to_timestamp(" + column + ", 'd/M/yyyy HH:mm')";
    }

    @Override
    public void write(World world, Landing landing) {
        world.history().months().forEach(month -> writeMonth(world, landing, month));
    }

    private static void writeMonth(World world, Landing landing, YearMonth month) {
        String path = "landing/servicenow/incident-" + month + ".csv";
        Span told = world.history().told(month);
        List<String> rows = world.events().incidents().stream()
                .flatMap(incident -> inLoggedOrder(incident, world).stream())
                .filter(update -> told.contains(update.at()))
                .map(Update::row)
                .toList();
        boolean broken = month.equals(world.history().storyMonth());
        try (LandingFile file = landing.create(path)) {
            Stream.concat(Stream.of(HEADER), rows.stream())
                    .forEach(row -> file.append(row).append("\r\n"));
            if (broken) {
                brokenRows().forEach(row -> file.append(row).append("\r\n"));
            }
        }
        if (broken) {
            landing.expect(FileAccount.rows(
                    SOURCE,
                    path,
                    rows.size() + (long) BROKEN,
                    BROKEN,
                    "One update has no incident number, one has a word where the priority's digit is due."));
        }
    }

    private static Stream<String> brokenRows() {
        return Stream.of(
                "?,New,TRUE,0,02/01/2026 10:00,02/01/2026 10:00,?,?,3 - Moderate,FALSE,?,?,?,Phone,?,?,?,0,Number lost,?,?,?,global",
                "INC0000001,New,TRUE,0,02/01/2026 10:00,02/01/2026 10:00,?,?,Urgent,FALSE,?,?,?,Phone,?,?,?,0,Old form,?,?,?,global");
    }

    /** Most updates stand in the order in which they happened; those of every seventh incident stand the other way round. */
    private static List<Update> inLoggedOrder(Incident incident, World world) {
        List<Update> updates = new ArrayList<>(updates(incident, world.history().to()));
        if (Integer.parseInt(incident.digits()) % 7 == 0) {
            Collections.reverse(updates);
        }
        return updates;
    }

    private static List<Update> updates(Incident incident, Instant end) {
        List<Update> updates = new ArrayList<>();
        add(updates, incident, "New", incident.openedAt(), end);
        add(updates, incident, "In Progress", incident.acknowledgedAt(), end);
        if (incident.reopened() > 0) {
            add(updates, incident, "Resolved", incident.resolvedAt().minus(Incident.REOPENED_FOR), end);
            add(updates, incident, "Reopened", incident.resolvedAt().minus(Duration.ofHours(2)), end);
        }
        add(updates, incident, "Resolved", incident.resolvedAt(), end);
        add(updates, incident, "Closed", incident.closedAt(), end);
        return updates;
    }

    private static void add(List<Update> updates, Incident incident, String state, Instant at, Instant end) {
        if (at.isBefore(end)) {
            updates.add(new Update(incident, state, updates.size(), at));
        }
    }

    /** The incident as it stood after one update. */
    private record Update(Incident incident, String state, int count, Instant at) {

        String row() {
            boolean first = count == 0;
            boolean ended = state.equals("Resolved") || state.equals("Closed");
            return Csv.row(
                    incident.id(),
                    state,
                    state.equals("Closed") ? "FALSE" : "TRUE",
                    count,
                    local(incident.openedAt()),
                    local(at),
                    incident.service(),
                    incident.component(),
                    priority(first ? incident.firstSeverity() : incident.severity()),
                    incident.major() ? "TRUE" : "FALSE",
                    incident.category(),
                    ended ? incident.cause() : "?",
                    known(ended ? incident.changeId() : null),
                    contact(incident.detectedBy()),
                    known(ended ? incident.runbook() : null),
                    incident.team(),
                    known(incident.vendor()),
                    timesReopened(),
                    description(),
                    first ? "?" : local(incident.acknowledgedAt()),
                    ended ? local(resolvedAt()) : "?",
                    state.equals("Closed") ? local(at) : "?",
                    "global");
        }

        private int timesReopened() {
            return at.isAfter(incident.resolvedAt().minus(Incident.REOPENED_FOR)) ? incident.reopened() : 0;
        }

        private Instant resolvedAt() {
            return at.isBefore(incident.resolvedAt()) ? at : incident.resolvedAt();
        }

        private String description() {
            return incident.major()
                    ? "MAJOR: " + incident.summary() + "\nBridge open, \"all hands\".\nCustomers informed"
                    : incident.summary();
        }

        private static String known(@Nullable String value) {
            return Optional.ofNullable(value).orElse("?");
        }

        private static String local(Instant instant) {
            return DAY_FIRST.format(instant.atZone(Zones.LONDON));
        }

        private static String priority(int severity) {
            return switch (severity) {
                case 1 -> "1 - Critical";
                case 2 -> "2 - High";
                case 3 -> "3 - Moderate";
                default -> severity + " - Low";
            };
        }

        private static String contact(String detectedBy) {
            return switch (detectedBy) {
                case "monitoring" -> "Event";
                case "synthetic" -> "Robot";
                case "customer" -> "Phone";
                default -> "Self-service";
            };
        }
    }
}
