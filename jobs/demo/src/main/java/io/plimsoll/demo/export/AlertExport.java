package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.Incident;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The alert manager's history as nested JSON lines, with the heartbeat that every such system sends to itself. */
final class AlertExport implements Export {

    private static final double FALSE_ALERTS_A_DAY = 0.25;
    private static final List<String> RULES = List.of("burn_rate", "static", "dynamic");

    @Override
    public List<Source> sources(World world) {
        return List.of(Source.of("alertmanager", "alert", "jsonl", "landing/alertmanager/*.jsonl.gz")
                .column("alert_id", "fingerprint")
                .column("raised_at", "to_timestamp(startsAt)")
                .column("acknowledged_at", "to_timestamp(ack.at)")
                .column("resolved_at", "to_timestamp(endsAt)")
                .column("sli_id", "labels.sli")
                .column("service_id", "labels.service")
                .column("component", "labels.component")
                .column("team_id", "labels.team")
                .column("acknowledged_by", "ack.by")
                .column("severity", "labels.severity")
                .column("rule_kind", "labels.rule")
                .column("actionable", "annotations.actionable")
                .column("incident_id", "annotations.incident")
                .where("labels.alertname <> 'Watchdog'"));
    }

    @Override
    public void write(World world, Landing landing) {
        try (LandingFile file = landing.create("landing/alertmanager/history.jsonl.gz")) {
            world.history().days().forEach(day -> {
                file.line(watchdog(world, day));
                world.company().indicators().forEach(indicator -> falseAlert(world, indicator, day, file));
            });
            world.events().incidents().stream()
                    .filter(incident -> !incident.detectedBy().equals("staff"))
                    .forEach(incident -> file.line(alert(world, incident)));
        }
    }

    private static String watchdog(World world, LocalDate day) {
        Instant at = world.history().at(day, "00:00");
        return JsonText.line(Ordered.map("fingerprint", "watchdog-" + day)
                .and("startsAt", at.toString())
                .and("labels", Ordered.map("alertname", "Watchdog").build())
                .build());
    }

    private static String alert(World world, Incident incident) {
        Noise own = incident.noise(world.noise());
        return new Alert(
                        "a-" + incident.digits(),
                        incident.openedAt().minusSeconds(60),
                        incident.acknowledgedAt(),
                        incident.resolvedAt(),
                        incident.indicator(),
                        incident.service(),
                        incident.team(),
                        incident.severity() <= 2 ? "page" : "ticket",
                        RULES.get(own.below(RULES.size(), 1)),
                        true,
                        incident.id())
                .line(world.history().to());
    }

    /** An alert that nobody needed; some of them nobody owns and nobody takes. */
    private static void falseAlert(World world, Indicator indicator, LocalDate day, LandingFile file) {
        Noise own = world.noise().stream("false-alert|" + indicator.name());
        long draw = 4 * day.toEpochDay();
        if (own.uniform(draw) >= FALSE_ALERTS_A_DAY) {
            return;
        }
        Service service = world.company().service(indicator.service());
        Instant raised = world.history().at(day, "00:10").plus(Duration.ofMinutes(own.below(20 * 60, draw + 1)));
        boolean unowned = own.uniform(draw + 2) < 0.1;
        file.line(new Alert(
                        "f-" + indicator.name() + "-" + day,
                        raised,
                        unowned ? null : raised.plus(Duration.ofMinutes(5 + own.below(55, draw + 3))),
                        raised.plus(Duration.ofMinutes(70)),
                        indicator.name(),
                        service.name(),
                        unowned ? null : service.team(),
                        "ticket",
                        "static",
                        false,
                        null)
                .line(world.history().to()));
    }

    private record Alert(
            String id,
            Instant raisedAt,
            @Nullable Instant takenAt,
            Instant resolvedAt,
            String indicator,
            String service,
            @Nullable String team,
            String severity,
            String rule,
            boolean actionable,
            @Nullable String incident) {

        String line(Instant end) {
            Ordered alert = Ordered.map("fingerprint", id)
                    .and("startsAt", raisedAt.toString())
                    .and("endsAt", JsonText.orNull(resolvedAt.isBefore(end) ? resolvedAt.toString() : null))
                    .and("labels", labels());
            boolean taken = takenAt != null && takenAt.isBefore(end);
            Ordered ack = Ordered.map("at", JsonText.orNull(taken ? String.valueOf(takenAt) : null))
                    .and("by", JsonText.orNull(taken ? team + "-on-call" : null));
            alert.and("ack", ack.build());
            Ordered annotations = Ordered.map("actionable", actionable).and("incident", JsonText.orNull(incident));
            return JsonText.line(alert.and("annotations", annotations.build()).build());
        }

        private Map<String, Object> labels() {
            return Ordered.map("alertname", "ObjectiveAtRisk")
                    .and("sli", indicator)
                    .and("service", service)
                    .and("component", indicator)
                    .and("team", JsonText.orNull(team))
                    .and("severity", severity)
                    .and("rule", rule)
                    .build();
        }
    }
}
