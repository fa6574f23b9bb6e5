package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.signal.CountSignal;
import io.plimsoll.demo.signal.Slot;
import io.plimsoll.demo.signal.World;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The batch scheduler of the mainframe: one indented JSON array a month, one entry an hour. */
final class MainframeExport implements Export {

    @Override
    public List<Source> sources(World world) {
        if (world.company().measuredBy(Tools.MAINFRAME).isEmpty()) {
            return List.of();
        }
        return List.of(Source.of(Tools.MAINFRAME, "sli_measurement", "json", "landing/mainframe/*.json")
                .option("multiLine", true)
                .column("sli_id", "JOBSTREAM")
                .column("measured_at", "to_timestamp(HOUR)")
                .column("duration_s", "3600")
                .column("good", "ON_TIME")
                .column("total", "DUE"));
    }

    @Override
    public void write(World world, Landing landing) {
        world.history().months().forEach(month -> {
            try (LandingFile file = landing.create("landing/mainframe/batch-" + month + ".json")) {
                List<Object> entries = entries(world, month);
                file.line(JsonText.pretty(entries));
                landing.countMeasurements(entries.size());
            }
        });
    }

    private static List<Object> entries(World world, YearMonth month) {
        List<Object> entries = new ArrayList<>();
        for (Map.Entry<Indicator, Monitor> pair : world.company().measuredBy(Tools.MAINFRAME)) {
            CountSignal counts = world.counts(pair.getKey(), pair.getValue());
            world.forEachReceived(
                    pair.getKey(),
                    pair.getValue(),
                    world.history().told(month),
                    start -> entries.add(entry(pair.getKey(), counts.at(start))));
        }
        return entries;
    }

    private static Map<String, Object> entry(Indicator indicator, Slot slot) {
        return Ordered.map("JOBSTREAM", indicator.name())
                .and("HOUR", Instant.ofEpochSecond(slot.start()).toString())
                .and("DUE", slot.total())
                .and("ON_TIME", slot.good())
                .build();
    }
}
