package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.CountSignal;
import io.plimsoll.demo.signal.Slot;
import io.plimsoll.demo.signal.ValueSignal;
import io.plimsoll.demo.signal.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Answers of Prometheus' {@code query_range}, one file a week: a week of minutes stays below the server's limit of 11,000 points a
 * series. Each export begins an hour early, so that nothing falls between two of them; one was dropped twice.
 */
final class PrometheusExport implements Export {

    private static final Duration OVERLAP = Duration.ofHours(1);

    @Override
    public List<Source> sources(World world) {
        if (world.company().measuredBy(Tools.PROMETHEUS).isEmpty()) {
            return List.of();
        }
        return List.of(
                Source.of(Tools.PROMETHEUS, "sli_measurement", "prometheus", "landing/prometheus-eu/**/*.json.gz")
                        .column("sli_id", "metric['sli']")
                        .column("measured_at", "measured_at")
                        .column("good", "good")
                        .column("total", "total")
                        .column("value", "value")
                        .column("environment", "metric['environment']"));
    }

    @Override
    public void write(World world, Landing landing) {
        List<Span> weeks = world.history().weeks();
        for (Span week : weeks) {
            Span exported = new Span(week.from().minus(OVERLAP), week.to());
            try (LandingFile file = landing.create(path(world, week))) {
                writeWeek(world, landing, exported, file);
            }
        }
        String twice = path(world, weeks.get(weeks.size() / 2));
        String again = twice.replace(".json.gz", "_again.json.gz");
        landing.copy(twice, again);
        landing.expect(FileAccount.whole(
                Tools.PROMETHEUS, again, "duplicate", "The same bytes as " + twice + ": recognised and skipped."));
    }

    private static String path(World world, Span week) {
        return "landing/prometheus-eu/"
                + week.from().atZone(world.history().zone()).toLocalDate() + ".json.gz";
    }

    private static void writeWeek(World world, Landing landing, Span span, LandingFile file) {
        List<Map.Entry<Indicator, Monitor>> pairs = world.company().measuredBy(Tools.PROMETHEUS);
        answer(world, pairs, span, file);
        pairs.forEach(pair ->
                world.forEachReceived(pair.getKey(), pair.getValue(), span, start -> landing.countMeasurements(1)));
    }

    /** One answer of the server with every slot of {@code span} that it received. */
    static void answer(World world, List<Map.Entry<Indicator, Monitor>> pairs, Span span, LandingFile file) {
        file.append("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[");
        String comma = "";
        for (Map.Entry<Indicator, Monitor> pair : pairs) {
            Indicator indicator = pair.getKey();
            Monitor monitor = pair.getValue();
            file.append(comma);
            comma = ",";
            if (indicator.measure() == Measure.VALUE) {
                ValueSignal values = world.values(indicator, monitor);
                series(world, pair, span, file, "", start -> tenths(values.tenthsAt(start)));
            } else {
                CountSignal counts = world.counts(indicator, monitor);
                series(world, pair, span, file, "good", start -> text(counts.at(start), true));
                file.append(",");
                series(world, pair, span, file, "total", start -> text(counts.at(start), false));
            }
        }
        file.append("]}}\n");
    }

    private static void series(
            World world,
            Map.Entry<Indicator, Monitor> pair,
            Span span,
            LandingFile file,
            String count,
            LongFunction<String> sample) {
        Indicator indicator = pair.getKey();
        Ordered labels = Ordered.map("__name__", count.isEmpty() ? "sli:value" : "sli:events")
                .and("sli", indicator.name())
                .and(
                        "environment",
                        world.company()
                                .service(indicator.service())
                                .environment()
                                .word())
                .and("count", count.isEmpty() ? null : count);
        file.append("{\"metric\":").append(JsonText.line(labels.build())).append(",\"values\":[");
        StringBuilder point = new StringBuilder();
        world.forEachReceived(indicator, pair.getValue(), span, start -> {
            point.append('[')
                    .append(start)
                    .append(",\"")
                    .append(sample.apply(start))
                    .append("\"]");
            file.append(point);
            point.setLength(0);
            point.append(',');
        });
        file.append("]}");
    }

    private static String text(Slot slot, boolean good) {
        return Long.toString(good ? slot.good() : slot.total());
    }

    private static String tenths(long value) {
        return value / 10 + "." + value % 10;
    }
}
