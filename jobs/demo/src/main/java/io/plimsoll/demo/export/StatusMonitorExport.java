package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.World;
import java.util.List;

/** The state history of a status monitor: semicolons, seconds since the epoch, its own words for states, every notification written twice. */
final class StatusMonitorExport implements Export {

    @Override
    public List<Source> sources(World world) {
        if (world.company().measuredBy(Tools.STATUS_MONITOR).isEmpty()) {
            return List.of();
        }
        return List.of(Source.of(Tools.STATUS_MONITOR, "state_change", "csv", "landing/status-monitor/*.csv")
                .option("header", true)
                .option("sep", ";")
                .column("sli_id", "check_name")
                .column("changed_at", "timestamp_seconds(cast(event_time as bigint))")
                .column("state", word("hard_state"))
                .column("previous_state", word("previous_hard_state")));
    }

    private static String word(String column) {
        return "case " + column + " when 'CRITICAL' then 'PROBLEM' when 'UP' then 'OK' else " + column + " end";
    }

    @Override
    public void write(World world, Landing landing) {
        world.history().months().forEach(month -> {
            try (LandingFile file = landing.create("landing/status-monitor/history-" + month + ".csv")) {
                file.line("event_time;check_name;hard_state;previous_hard_state");
                writeMonth(world, world.history().told(month), file);
            }
        });
    }

    private static void writeMonth(World world, Span month, LandingFile file) {
        world.company()
                .measuredBy(Tools.STATUS_MONITOR)
                .forEach(pair -> world.states(pair.getKey()).changes().stream()
                        .filter(change -> month.contains(change.at()))
                        .forEach(change -> {
                            String line = String.join(
                                    ";",
                                    Long.toString(change.at().getEpochSecond()),
                                    pair.getKey().name(),
                                    monitorWord(change.state()),
                                    monitorWord(change.previous()));
                            file.line(line).line(line);
                        }));
    }

    private static String monitorWord(String state) {
        return switch (state) {
            case "OK" -> "UP";
            case "PROBLEM" -> "CRITICAL";
            default -> state;
        };
    }
}
