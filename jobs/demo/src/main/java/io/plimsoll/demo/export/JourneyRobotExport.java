package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.CountSignal;
import io.plimsoll.demo.signal.Slot;
import io.plimsoll.demo.signal.World;
import java.util.List;
import java.util.Map;

/** JSON lines of robots that play customers, one file a week. The transfer of the second week broke off and was repeated under another name. */
final class JourneyRobotExport implements Export {

    private static final String FOLDER = "landing/journey-robot/";

    @Override
    public List<Source> sources(World world) {
        if (world.company().measuredBy(Tools.JOURNEY_ROBOT).isEmpty()) {
            return List.of();
        }
        return List.of(Source.of(Tools.JOURNEY_ROBOT, "sli_measurement", "jsonl", FOLDER + "*.jsonl.gz")
                .column("sli_id", "check")
                .column("measured_at", "timestamp_millis(slot)")
                .column("duration_s", "900")
                .column("good", "passed")
                .column("total", "runs")
                .column("location", "location"));
    }

    @Override
    public void write(World world, Landing landing) {
        List<Span> weeks = world.history().weeks();
        for (int i = 0; i < weeks.size(); i++) {
            String base =
                    FOLDER + weeks.get(i).from().atZone(world.history().zone()).toLocalDate();
            if (i == 1) {
                String whole = base + "_repeated.jsonl.gz";
                String torn = base + ".jsonl.gz";
                writeWeek(world, landing, weeks.get(i), whole);
                landing.copyHalf(whole, torn);
                landing.expect(FileAccount.whole(
                        Tools.JOURNEY_ROBOT, torn, "rejected", "A torn gzip file; " + whole + " has the week whole."));
            } else {
                writeWeek(world, landing, weeks.get(i), base + ".jsonl.gz");
            }
        }
    }

    private static void writeWeek(World world, Landing landing, Span week, String path) {
        try (LandingFile file = landing.create(path)) {
            for (Map.Entry<Indicator, Monitor> pair : world.company().measuredBy(Tools.JOURNEY_ROBOT)) {
                CountSignal counts = world.counts(pair.getKey(), pair.getValue());
                world.forEachReceived(pair.getKey(), pair.getValue(), week, start -> {
                    file.line(line(pair.getKey(), counts.at(start)));
                    landing.countMeasurements(1);
                });
            }
        }
    }

    private static String line(Indicator indicator, Slot slot) {
        return JsonText.line(Ordered.map("check", indicator.name())
                .and("slot", slot.start() * 1000)
                .and("runs", slot.total())
                .and("passed", slot.good())
                .and("location", "lon1")
                .build());
    }
}
