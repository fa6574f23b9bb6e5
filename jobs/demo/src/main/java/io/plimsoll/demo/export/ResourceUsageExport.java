package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Resource;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.UsageSignal;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Hourly usage of resources from the capacity collector, one CSV a week. Storage grows, processors follow the day. */
final class ResourceUsageExport implements Export {

    private static final int GIB_PER_CORE = 4;

    @Override
    public List<Source> sources(World world) {
        return List.of(Source.of("capacity-collector", "resource_usage", "csv", "landing/capacity-collector/*.csv.gz")
                .option("header", true)
                .column("resource_id", "resource")
                .column("metric", "metric")
                .column("measured_at", "timestamp_seconds(cast(ts as bigint))")
                .column("used", "used")
                .column("capacity", "capacity")
                .column("unit", "unit"));
    }

    @Override
    public void write(World world, Landing landing) {
        for (Span week : world.history().weeks()) {
            String day =
                    week.from().atZone(world.history().zone()).toLocalDate().toString();
            try (LandingFile file = landing.create("landing/capacity-collector/" + day + ".csv.gz")) {
                file.line("resource,metric,ts,used,capacity,unit");
                world.company()
                        .resources()
                        .forEach(resource ->
                                resource.metrics().forEach(metric -> usage(world, resource, metric, week, file)));
            }
        }
    }

    private static void usage(World world, Resource resource, String metric, Span week, LandingFile file) {
        UsageSignal signal = world.usage(resource, metric);
        int capacity = metric.equals("memory") ? GIB_PER_CORE * resource.capacity() : resource.capacity();
        for (Instant hour = week.from(); hour.isBefore(week.to()); hour = hour.plus(Duration.ofHours(1))) {
            BigDecimal used = BigDecimal.valueOf(Math.round(signal.shareAt(hour) * capacity * 100), 2);
            file.line(String.join(
                    ",",
                    resource.name(),
                    metric,
                    Long.toString(hour.getEpochSecond()),
                    used.toPlainString(),
                    Integer.toString(capacity),
                    unit(resource, metric)));
        }
    }

    private static String unit(Resource resource, String metric) {
        return switch (metric) {
            case "memory" -> "GiB";
            case "connections" -> "connections";
            default -> resource.unit();
        };
    }
}
