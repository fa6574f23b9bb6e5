package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Simulated failures and rehearsed escalations from the resilience team's sheet, as CSV in the feed's own columns. */
final class DrillExport implements Export {

    private static final List<String> PATHS = List.of("customer-critical", "vendor-payments");

    @Override
    public List<Source> sources(World world) {
        return List.of(Source.of("resilience-sheet", "drill", "csv", "landing/resilience-sheet/*.csv")
                .option("header", true));
    }

    @Override
    public void write(World world, Landing landing) {
        History history = world.history();
        LocalDate middle = history.firstDay().plusDays(history.days().count() / 2);
        try (LandingFile file = landing.create("landing/resilience-sheet/drills.csv")) {
            file.line("drill_id,kind,service_id,path_id,held_at,injected_at,detected_at,alerted_at,outcome");
            world.company().services().stream()
                    .filter(service -> service.criticality().equals("critical"))
                    .forEach(service -> file.line(darkLaunch(world, service, middle)));
            for (String path : PATHS) {
                file.line(Csv.row(
                        "drill-" + path + "-" + middle,
                        "escalation",
                        null,
                        path,
                        history.at(middle, "14:00"),
                        null,
                        null,
                        null,
                        "passed"));
            }
        }
    }

    private static String darkLaunch(World world, Service service, LocalDate day) {
        Noise own = world.noise().stream("drill|" + service.name());
        Instant injected = world.history().at(day, "11:00").plus(Duration.ofMinutes(own.below(90, 0)));
        boolean seen = own.uniform(3) < 0.8;
        Instant detected = injected.plusSeconds(60L + own.below(500, 2));
        return Csv.row(
                "drill-" + service.name() + "-" + day,
                "dark_launch",
                service.name(),
                null,
                injected.minusSeconds(600),
                injected,
                seen ? detected : null,
                seen ? detected.plusSeconds(45) : null,
                seen ? "detected" : "missed");
    }
}
