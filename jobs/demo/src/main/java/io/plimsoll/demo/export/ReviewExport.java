package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.Incident;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews of incidents from the wiki as one JSON array, each with the sections of the template that somebody filled in, and the actions agreed there. */
final class ReviewExport implements Export {

    private static final List<String> TEMPLATE =
            List.of("summary", "impact", "timeline", "contributing_factors", "what_went_well", "actions");

    @Override
    public List<Source> sources(World world) {
        if (reviewed(world).isEmpty()) {
            return List.of();
        }
        return List.of(
                Source.of("review-wiki", "review", "json", "landing/review-wiki/reviews-*.json")
                        .option("multiLine", true)
                        .column("review_id", "page")
                        .column("incident_id", "incident")
                        .column("held_at", "to_timestamp(held)")
                        .column("sections", "from_json(to_json(sections), 'map<string,string>')")
                        .column("factors", "factors")
                        .column("process_gaps", "gaps"),
                Source.of("review-actions", "corrective_action", "csv", "landing/review-wiki/actions-*.csv")
                        .option("header", true));
    }

    @Override
    public void write(World world, Landing landing) {
        List<Incident> reviewed = reviewed(world);
        String day = world.history().endsOn().toString();
        try (LandingFile file = landing.create("landing/review-wiki/reviews-" + day + ".json")) {
            file.line(JsonText.pretty(reviewed.stream()
                    .map(incident -> review(incident, incident.noise(world.noise())))
                    .toList()));
        }
        try (LandingFile file = landing.create("landing/review-wiki/actions-" + day + ".csv")) {
            file.line("action_id,review_id,recurrence_key,kind,due_at,completed_at,team_id");
            reviewed.forEach(incident -> file.line(action(incident, world)));
        }
    }

    /** Incidents of the two worst severities whose review has been held. */
    private static List<Incident> reviewed(World world) {
        return world.events().incidents().stream()
                .filter(incident -> incident.severity() <= 2)
                .filter(incident -> heldAt(incident, incident.noise(world.noise()))
                        .isBefore(world.history().to()))
                .toList();
    }

    private static Instant heldAt(Incident incident, Noise own) {
        int hours = incident.major() ? 26 : 20 + own.below(60, 11);
        return incident.resolvedAt().plus(Duration.ofHours(hours));
    }

    private static Map<String, Object> review(Incident incident, Noise own) {
        int filled = incident.major() ? TEMPLATE.size() : 2 + own.below(TEMPLATE.size() - 1, 12);
        Ordered sections = Ordered.map();
        TEMPLATE.stream().limit(filled).forEach(section -> sections.and(section, text(section, incident)));
        return Ordered.map("page", "PIR-" + incident.digits())
                .and("incident", incident.id())
                .and("held", heldAt(incident, own).toString())
                .and("sections", sections.build())
                .and("factors", 1 + own.below(4, 13))
                .and("gaps", own.below(3, 14))
                .build();
    }

    private static String text(String section, Incident incident) {
        return switch (section) {
            case "summary" -> incident.summary();
            case "impact" -> "Users of " + incident.service() + " were affected.";
            case "timeline" -> "Opened " + incident.openedAt() + ", resolved " + incident.resolvedAt() + ".";
            case "contributing_factors" -> "Cause on record: " + incident.cause() + ".";
            case "what_went_well" -> "The team was on the bridge within minutes.";
            default -> "See CA-" + incident.digits() + ".";
        };
    }

    private static String action(Incident incident, World world) {
        Noise own = incident.noise(world.noise());
        Instant due = heldAt(incident, own).plus(Duration.ofDays(21));
        Instant done = heldAt(incident, own).plus(Duration.ofDays(5L + own.below(30, 15)));
        return Csv.row(
                "CA-" + incident.digits(),
                "PIR-" + incident.digits(),
                incident.service() + "/" + incident.cause(),
                own.uniform(16) < 0.6 ? "permanent_fix" : "workaround",
                due,
                Optional.of(done)
                        .filter(at -> at.isBefore(world.history().to()))
                        .orElse(null),
                incident.team());
    }
}
