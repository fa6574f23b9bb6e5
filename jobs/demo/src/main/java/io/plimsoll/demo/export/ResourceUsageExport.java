package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Resource;
import io.plimsoll.demo.company.Rhythm;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** Hourly usage of resources from the capacity collector, one CSV a week. Storage grows, processors follow the day. */
final class ResourceUsageExport implements Export {

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
        Service service = world.company().service(resource.service());
        Noise own = world.noise().stream("usage|" + resource.name() + "|" + metric);
        for (Instant hour = week.from(); hour.isBefore(week.to()); hour = hour.plus(Duration.ofHours(1))) {
            double share =
                    metric.equals("storage") ? growing(world, own, hour) : busy(own, hour, hour.atZone(service.zone()));
            BigDecimal used = BigDecimal.valueOf(Math.round(share * resource.capacity() * 100), 2);
            file.line(String.join(
                    ",",
                    resource.name(),
                    metric,
                    Long.toString(hour.getEpochSecond()),
                    used.toPlainString(),
                    Integer.toString(resource.capacity()),
                    unit(resource, metric)));
        }
    }

    private static double busy(Noise own, Instant hour, ZonedDateTime local) {
        double level = 0.25 + 0.25 * own.uniform(-1);
        double noise = 0.06 * (own.uniform(hour.getEpochSecond()) - 0.5);
        return Math.max(0, Math.min(1, level * (0.5 + 0.5 * Rhythm.OFFICE.at(local)) + noise));
    }

    private static double growing(World world, Noise own, Instant hour) {
        double days = Duration.between(world.history().from(), hour).toHours() / 24.0;
        double start = 0.3 + 0.2 * own.uniform(-1);
        double aDay = 0.0002 + 0.0004 * own.uniform(-2);
        double noise = 0.004 * (own.uniform(hour.getEpochSecond()) - 0.5);
        return Math.min(1, start + aDay * days + noise);
    }

    private static String unit(Resource resource, String metric) {
        return switch (metric) {
            case "memory" -> "percent of " + resource.unit();
            case "connections" -> "connections";
            default -> resource.unit();
        };
    }
}
