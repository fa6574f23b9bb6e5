package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.signal.World;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The change log as CSV in Warsaw time, with the tool's own words for outcomes. */
final class ChangeLogExport implements Export {

    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    @Override
    public List<Source> sources(World world) {
        return List.of(Source.of("change-log", "change", "csv", "landing/change-log/*.csv")
                .in(Zones.WARSAW.getId())
                .option("header", true)
                .column("change_id", "id")
                .column("service_id", "service")
                .column("kind", "lower(type)")
                .column("planned_start", warsaw("planned_from"))
                .column("planned_end", warsaw("planned_to"))
                .column("implemented_at", warsaw("done_at"))
                .column(
                        "outcome",
                        "case result when 'OK' then 'success' when 'Rolled back' then 'backed_out' else 'failed' end")
                .column("declared_risk", "risk")
                .column("review_findings_considered", "findings_considered = 'yes'"));
    }

    private static String warsaw(String column) {
        return "to_timestamp(" + column + ", 'yyyy-MM-dd HH:mm')";
    }

    @Override
    public void write(World world, Landing landing) {
        try (LandingFile file = landing.create("landing/change-log/changes.csv")) {
            file.line("id,service,type,planned_from,planned_to,done_at,result,risk,findings_considered");
            world.events()
                    .changes()
                    .forEach(change -> file.line(Csv.row(
                            change.id(),
                            change.service(),
                            change.kind().toUpperCase(Locale.ROOT),
                            local(change.planned().from()),
                            local(change.planned().to()),
                            local(change.implementedAt()),
                            result(change.outcome()),
                            change.declaredRisk(),
                            change.reviewFindingsConsidered() ? "yes" : "no")));
        }
    }

    private static String local(Instant instant) {
        return LOCAL.format(instant.atZone(Zones.WARSAW));
    }

    private static String result(String outcome) {
        return switch (outcome) {
            case "success" -> "OK";
            case "backed_out" -> "Rolled back";
            default -> "Not OK";
        };
    }
}
