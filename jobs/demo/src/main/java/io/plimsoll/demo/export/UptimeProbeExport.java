package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.CountSignal;
import io.plimsoll.demo.signal.Slot;
import io.plimsoll.demo.signal.World;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** CSV of an outside probe, the second opinion on some indicators, one file a week. One week it was switched off: a header and no row. */
final class UptimeProbeExport implements Export {

    private static final String HEADER = "sli_id,measured_at,duration_s,good,total";

    @Override
    public List<Source> sources(World world) {
        if (world.company().measuredBy(Tools.UPTIME_PROBE).isEmpty()) {
            return List.of();
        }
        return List.of(Source.of(Tools.UPTIME_PROBE, "sli_measurement", "csv", "landing/uptime-probe/*.csv")
                .option("header", true));
    }

    @Override
    public void write(World world, Landing landing) {
        for (Span week : world.history().weeks()) {
            String path = "landing/uptime-probe/"
                    + week.from().atZone(world.history().zone()).toLocalDate() + ".csv";
            long before = landing.measurementRows();
            try (LandingFile file = landing.create(path)) {
                file.line(HEADER);
                writeWeek(world, landing, week, file);
            }
            if (landing.measurementRows() == before) {
                landing.expect(FileAccount.rows(
                        Tools.UPTIME_PROBE, path, 0, 0, "A header and no row: the probe was switched off that week."));
            }
        }
    }

    private static void writeWeek(World world, Landing landing, Span week, LandingFile file) {
        for (Map.Entry<Indicator, Monitor> pair : world.company().measuredBy(Tools.UPTIME_PROBE)) {
            Monitor monitor = pair.getValue();
            CountSignal counts = world.counts(pair.getKey(), monitor);
            world.forEachReceived(pair.getKey(), monitor, week, start -> {
                Slot slot = counts.at(start);
                file.line(Csv.row(
                        pair.getKey().name(),
                        Instant.ofEpochSecond(start),
                        monitor.slotSeconds(),
                        slot.good(),
                        slot.total()));
                landing.countMeasurements(1);
            });
        }
    }
}
