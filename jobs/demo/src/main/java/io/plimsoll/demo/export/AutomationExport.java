package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Runs of the remediation robot as JSON lines, in staging first and then in production. */
final class AutomationExport implements Export {

    private static final List<String> AUTOMATIONS =
            List.of("auto-restart-pool", "auto-scale-fleet", "auto-fail-over", "auto-purge-queue");
    private static final double RUNS_A_DAY = 0.12;

    @Override
    public List<Source> sources(World world) {
        return List.of(Source.of("remediation-robot", "automation_run", "jsonl", "landing/remediation-robot/*.jsonl")
                .column("run_id", "run")
                .column("automation_id", "playbook")
                .column("environment", "if(stage = 'prod', 'production', 'staging')")
                .column("triggered_at", "to_timestamp(started)")
                .column("finished_at", "to_timestamp(ended)")
                .column("outcome", "result")
                .column("service_id", "target")
                .column("approved_by", "approver")
                .column("condition", "condition"));
    }

    @Override
    public void write(World world, Landing landing) {
        try (LandingFile file = landing.create("landing/remediation-robot/runs.jsonl")) {
            AUTOMATIONS.forEach(automation -> file.line(staging(world, automation)));
            for (Service service : world.company().services()) {
                Noise own = world.noise().stream("automation|" + service.name());
                world.history()
                        .days()
                        .filter(day -> own.uniform(5 * day.toEpochDay()) < RUNS_A_DAY)
                        .forEach(day -> file.line(production(world, service, day, own)));
            }
        }
    }

    private static String staging(World world, String automation) {
        Instant started = world.history().at(world.history().firstDay(), "10:00");
        return JsonText.line(run("stg-" + automation, automation, "stage", started, 240, "success")
                .and("target", JsonText.orNull(null))
                .and("approver", JsonText.orNull(null))
                .and("condition", "rehearsal")
                .build());
    }

    private static String production(World world, Service service, LocalDate day, Noise own) {
        long draw = 5 * day.toEpochDay();
        String automation = AUTOMATIONS.get(own.below(AUTOMATIONS.size(), draw + 1));
        Instant started = world.history().at(day, "01:30").plus(Duration.ofMinutes(own.below(20 * 60, draw + 2)));
        double luck = own.uniform(draw + 3);
        String outcome =
                luck < 0.82 ? "success" : luck < 0.9 ? "failure" : luck < 0.96 ? "false_trigger" : "rolled_back";
        return JsonText.line(run(
                        "run-" + service.name() + "-" + day,
                        automation,
                        "prod",
                        started,
                        20 + own.below(200, draw + 4),
                        outcome)
                .and("target", service.name())
                .and(
                        "approver",
                        JsonText.orNull(automation.equals("auto-fail-over") ? service.team() + "-on-call" : null))
                .and("condition", automation.substring("auto-".length()))
                .build());
    }

    private static Ordered run(
            String id, String automation, String stage, Instant started, int seconds, String result) {
        return Ordered.map("run", id)
                .and("playbook", automation)
                .and("stage", stage)
                .and("started", started.toString())
                .and("ended", started.plusSeconds(seconds).toString())
                .and("result", result);
    }
}
