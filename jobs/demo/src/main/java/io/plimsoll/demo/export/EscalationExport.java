package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.Incident;
import io.plimsoll.demo.signal.World;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Calls that the paging system made along escalation paths, as JSON lines with times in milliseconds. */
final class EscalationExport implements Export {

    @Override
    public List<Source> sources(World world) {
        if (calls(world).findAny().isEmpty()) {
            return List.of();
        }
        return List.of(Source.of("pager", "escalation", "jsonl", "landing/pager/*.jsonl")
                .column("escalation_id", "id")
                .column("path_id", "path")
                .column("agreement_id", "contract")
                .column("incident_id", "incident")
                .column("triggered_at", "timestamp_millis(fired)")
                .column("notified_at", "timestamp_millis(answered)")
                .column("action_at", "timestamp_millis(acted)")
                .column("action", "note"));
    }

    @Override
    public void write(World world, Landing landing) {
        try (LandingFile file = landing.create("landing/pager/calls.jsonl")) {
            calls(world).forEach(file::line);
        }
    }

    /** Incidents of the two worst severities of services that a path protects. */
    private static Stream<String> calls(World world) {
        return world.events().incidents().stream()
                .filter(incident -> incident.severity() <= 2)
                .flatMap(incident -> protecting(world, incident).map(a -> call(world, incident, a)).stream());
    }

    private static Optional<Agreement> protecting(World world, Incident incident) {
        return world.company().agreements().stream()
                .filter(agreement -> agreement.service().equals(incident.service()))
                .filter(agreement -> agreement.escalationPath() != null)
                .findFirst();
    }

    private static String call(World world, Incident incident, Agreement agreement) {
        Noise own = incident.noise(world.noise());
        Instant fired = incident.acknowledgedAt();
        Instant answered = fired.plusSeconds(60L + own.below(600, 21));
        Instant acted = answered.plusSeconds(120L + own.below(2400, 22));
        boolean ignored = !incident.major() && own.uniform(23) < 0.15;
        Instant end = world.history().to();
        return JsonText.line(Ordered.map("id", "ESC-" + incident.digits())
                .and("path", agreement.escalationPath())
                .and("contract", agreement.name())
                .and("incident", incident.id())
                .and("fired", fired.toEpochMilli())
                .and("answered", JsonText.orNull(answered.isBefore(end) ? answered.toEpochMilli() : null))
                .and("acted", JsonText.orNull(ignored || !acted.isBefore(end) ? null : acted.toEpochMilli()))
                .and(
                        "note",
                        JsonText.orNull(ignored || !acted.isBefore(end) ? null : "engineer joined, mitigation started"))
                .build());
    }
}
