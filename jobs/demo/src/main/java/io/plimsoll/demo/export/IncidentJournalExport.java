package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.signal.Incident;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The chat bot that keeps each incident's journal: JSON lines with local times and their offset. */
final class IncidentJournalExport implements Export {

    @Override
    public List<Source> sources(World world) {
        if (world.events().incidents().isEmpty()) {
            return List.of();
        }
        return List.of(Source.of("incident-bot", "incident_event", "jsonl", "landing/incident-bot/*.jsonl")
                .column("incident_id", "incident")
                .column("at", "to_timestamp(posted)")
                .column("kind", "kind")
                .column("actor", "author")
                .column("text", "text"));
    }

    @Override
    public void write(World world, Landing landing) {
        Instant end = world.history().to();
        try (LandingFile file = landing.create("landing/incident-bot/journal.jsonl")) {
            world.events().incidents().stream()
                    .flatMap(incident -> entries(incident).stream())
                    .filter(entry -> entry.at().isBefore(end))
                    .forEach(entry -> file.line(entry.line()));
        }
    }

    private static List<Entry> entries(Incident incident) {
        List<Entry> entries = new ArrayList<>();
        Instant acknowledged = incident.acknowledgedAt();
        entries.add(new Entry(incident, incident.openedAt(), "opened", "bot", incident.summary()));
        entries.add(new Entry(incident, acknowledged, "acknowledged", incident.team(), "Looking at it"));
        entries.add(new Entry(
                incident,
                incident.openedAt().plusSeconds(40),
                "metric",
                "bot",
                incident.indicator() + " left its band"));
        if (incident.severity() <= 2) {
            entries.add(new Entry(
                    incident,
                    acknowledged.plusSeconds(90),
                    "log",
                    "bot",
                    "Error rate of " + incident.component() + " up"));
        }
        if (incident.changeId() != null) {
            entries.add(new Entry(
                    incident,
                    acknowledged.plus(Duration.ofMinutes(2)),
                    "change",
                    "bot",
                    incident.changeId() + " was implemented shortly before"));
        }
        if (incident.major()) {
            entries.add(new Entry(
                    incident,
                    acknowledged.plus(Duration.ofMinutes(8)),
                    "communication",
                    "service-desk",
                    "Customers informed; next word in 30 minutes"));
        }
        entries.add(new Entry(incident, incident.resolvedAt(), "resolved", incident.team(), incident.cause()));
        return entries;
    }

    private record Entry(Incident incident, Instant at, String kind, String author, String text) {

        String line() {
            return JsonText.line(Ordered.map("incident", incident.id())
                    .and("posted", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(Zones.LONDON)))
                    .and("kind", kind)
                    .and("author", author)
                    .and("text", text)
                    .build());
        }
    }
}
