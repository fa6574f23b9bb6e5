package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.CountSignal;
import io.plimsoll.demo.signal.Slot;
import io.plimsoll.demo.signal.World;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The batch scheduler of the mainframe: one indented JSON array a month, one entry an hour or day; what it kept from before in a file of its own. */
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
                .column("duration_s", "SECONDS")
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
        List<Object> kept = kept(world);
        if (!kept.isEmpty()) {
            try (LandingFile file = landing.create("landing/mainframe/batch-kept.json")) {
                file.line(JsonText.pretty(kept));
                landing.countMeasurements(kept.size());
            }
        }
    }

    private static List<Object> kept(World world) {
        List<Object> entries = new ArrayList<>();
        for (Map.Entry<Indicator, Monitor> pair : world.company().measuredBy(Tools.MAINFRAME)) {
            if (pair.getValue().daysBefore() > 0) {
                Span before = new Span(
                        world.record(pair.getValue()).from(), world.history().from());
                entries.addAll(entries(world, pair, before));
            }
        }
        return entries;
    }

    private static List<Object> entries(World world, YearMonth month) {
        List<Object> entries = new ArrayList<>();
        for (Map.Entry<Indicator, Monitor> pair : world.company().measuredBy(Tools.MAINFRAME)) {
            entries.addAll(entries(world, pair, world.history().told(month)));
        }
        return entries;
    }

    private static List<Object> entries(World world, Map.Entry<Indicator, Monitor> pair, Span span) {
        List<Object> entries = new ArrayList<>();
        CountSignal counts = world.counts(pair.getKey(), pair.getValue());
        world.forEachReceived(
                pair.getKey(),
                pair.getValue(),
                span,
                start -> entries.add(entry(pair.getKey(), pair.getValue(), counts.at(start))));
        return entries;
    }

    private static Map<String, Object> entry(Indicator indicator, Monitor monitor, Slot slot) {
        return Ordered.map("JOBSTREAM", indicator.name())
                .and("HOUR", Instant.ofEpochSecond(slot.start()).toString())
                .and("SECONDS", monitor.slotSeconds())
                .and("DUE", slot.total())
                .and("ON_TIME", slot.good())
                .build();
    }
}
