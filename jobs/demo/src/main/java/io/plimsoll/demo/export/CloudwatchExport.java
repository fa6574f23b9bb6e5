package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.CountSignal;
import io.plimsoll.demo.signal.Slot;
import io.plimsoll.demo.signal.ValueSignal;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.story.LostSlot;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Weekly CSV exports of the cloud's own monitoring. A row now and then comes twice; one day arrives late in a file of its own; two hours
 * were first counted by half and restated three days later; three rows are broken.
 */
final class CloudwatchExport implements Export {

    private static final String HEADER = "Timestamp,Metric,Good,Total,Value,UpdatedAt";
    private static final int DUPLICATE_EVERY = 997;
    private static final String FOLDER = "landing/cloudwatch-us/";

    @Override
    public List<Source> sources(World world) {
        if (world.company().measuredBy(Tools.CLOUDWATCH).isEmpty()) {
            return List.of();
        }
        return List.of(Source.of(Tools.CLOUDWATCH, "sli_measurement", "csv", FOLDER + "*.csv.gz")
                .option("header", true)
                .column("sli_id", "Metric")
                .column("measured_at", "Timestamp")
                .column("good", "Good")
                .column("total", "Total")
                .column("value", "Value")
                .column("updated_at", "UpdatedAt"));
    }

    @Override
    public void write(World world, Landing landing) {
        Dirt dirt = Dirt.of(world);
        List<Span> weeks = world.history().weeks();
        for (int i = 0; i < weeks.size(); i++) {
            writeWeek(world, landing, dirt, weeks.get(i), i == weeks.size() / 2);
        }
        writeLate(world, landing, dirt);
        writeRestated(world, landing, dirt);
    }

    private static void writeWeek(World world, Landing landing, Dirt dirt, Span week, boolean broken) {
        String path = FOLDER + week.from().atZone(world.history().zone()).toLocalDate() + ".csv.gz";
        long rows;
        try (LandingFile file = landing.create(path)) {
            file.line(HEADER);
            Rows writer = new Rows(file);
            for (Map.Entry<Indicator, Monitor> pair : world.company().measuredBy(Tools.CLOUDWATCH)) {
                LongFunction<Reading> readings = readings(world, pair.getKey(), pair.getValue());
                world.forEachReceived(pair.getKey(), pair.getValue(), week, start -> {
                    if (!dirt.late().contains(start)) {
                        boolean halved = dirt.restated().contains(start) && dirt.isRestated(pair.getKey());
                        writer.write(halved ? readings.apply(start).halved() : readings.apply(start));
                    }
                });
            }
            if (broken) {
                writer.broken(LostSlot.slot(world.history()));
            }
            rows = writer.rows;
        }
        landing.countMeasurements(rows);
        if (broken) {
            landing.expect(FileAccount.rows(
                    Tools.CLOUDWATCH,
                    path,
                    rows,
                    Rows.BROKEN,
                    "One row has no metric, one says n/a where a number is due, one has more good than total."));
        }
    }

    private static void writeLate(World world, Landing landing, Dirt dirt) {
        String path = FOLDER + "late-"
                + dirt.late().from().atZone(world.history().zone()).toLocalDate() + ".csv.gz";
        long rows;
        try (LandingFile file = landing.create(path)) {
            file.line(HEADER);
            Rows writer = new Rows(file);
            for (Map.Entry<Indicator, Monitor> pair : world.company().measuredBy(Tools.CLOUDWATCH)) {
                LongFunction<Reading> readings = readings(world, pair.getKey(), pair.getValue());
                world.forEachReceived(
                        pair.getKey(), pair.getValue(), dirt.late(), start -> writer.write(readings.apply(start)));
            }
            rows = writer.rows;
        }
        landing.countMeasurements(rows);
        landing.expect(FileAccount.rows(
                Tools.CLOUDWATCH, path, rows, 0, "A day that was missing from its week's export, delivered late."));
    }

    private static void writeRestated(World world, Landing landing, Dirt dirt) {
        String path = FOLDER + "restated-"
                + dirt.restated().from().atZone(world.history().zone()).toLocalDate() + ".csv.gz";
        long rows;
        try (LandingFile file = landing.create(path)) {
            file.line(HEADER);
            Rows writer = new Rows(file);
            for (Map.Entry<Indicator, Monitor> pair : world.company().measuredBy(Tools.CLOUDWATCH)) {
                if (dirt.isRestated(pair.getKey())) {
                    LongFunction<Reading> readings = readings(world, pair.getKey(), pair.getValue());
                    world.forEachReceived(
                            pair.getKey(),
                            pair.getValue(),
                            dirt.restated(),
                            start -> writer.write(readings.apply(start)
                                    .updated(Instant.ofEpochSecond(start).plus(Duration.ofDays(3)))));
                }
            }
            rows = writer.rows;
        }
        landing.countMeasurements(rows);
        landing.expect(FileAccount.rows(
                Tools.CLOUDWATCH, path, rows, 0, "Two hours first counted by half, restated with a later UpdatedAt."));
    }

    private static LongFunction<Reading> readings(World world, Indicator indicator, Monitor monitor) {
        if (indicator.measure() == Measure.VALUE) {
            ValueSignal values = world.values(indicator, monitor);
            return start -> Reading.value(indicator, monitor, start, values.tenthsAt(start));
        }
        CountSignal counts = world.counts(indicator, monitor);
        return start -> Reading.counts(indicator, monitor, counts.at(start));
    }

    /** What is late and what is restated; both lie in the middle of the past. */
    private record Dirt(Span late, Span restated, String restatedIndicator) {

        static Dirt of(World world) {
            List<Span> weeks = world.history().weeks();
            Instant middle = weeks.get(weeks.size() / 2).from();
            Instant evening = middle.minus(Duration.ofHours(7));
            return new Dirt(
                    Span.of(middle.plus(Duration.ofDays(2)), Duration.ofDays(1)),
                    Span.of(evening, Duration.ofHours(2)),
                    world.company().measuredBy(Tools.CLOUDWATCH).stream()
                            .map(pair -> pair.getKey())
                            .filter(indicator -> indicator.measure() == Measure.COUNTS)
                            .map(Indicator::name)
                            .findFirst()
                            .orElse(""));
        }

        boolean isRestated(Indicator indicator) {
            return indicator.name().equals(restatedIndicator);
        }
    }

    /** One row; null fields are empty. */
    private record Reading(
            String metric,
            Instant at,
            @Nullable Long good,
            @Nullable Long total,
            @Nullable Long tenths,
            Instant updatedAt) {

        static Reading value(Indicator indicator, Monitor monitor, long start, long tenths) {
            Instant at = Instant.ofEpochSecond(start);
            return new Reading(indicator.name(), at, null, null, tenths, at.plusSeconds(monitor.slotSeconds()));
        }

        static Reading counts(Indicator indicator, Monitor monitor, Slot slot) {
            Instant at = Instant.ofEpochSecond(slot.start());
            return new Reading(
                    indicator.name(), at, slot.good(), slot.total(), null, at.plusSeconds(monitor.slotSeconds()));
        }

        Reading halved() {
            return good == null ? this : new Reading(metric, at, good / 2, total, tenths, updatedAt);
        }

        Reading updated(Instant instant) {
            return new Reading(metric, at, good, total, tenths, instant);
        }

        String line() {
            @Nullable String value = tenths == null ? null : tenths / 10 + "." + tenths % 10;
            return Csv.row(at, metric, good, total, value, updatedAt);
        }
    }

    /** Writes and counts rows. */
    private static final class Rows {

        static final int BROKEN = 3;

        private final LandingFile file;
        private long rows;

        Rows(LandingFile file) {
            this.file = file;
        }

        void write(Reading reading) {
            String line = reading.line();
            file.line(line);
            rows++;
            if (rows % DUPLICATE_EVERY == 0) {
                file.line(line);
                rows++;
            }
        }

        /** The last of them is the only word about that slot that ever arrives. */
        void broken(Span slot) {
            Instant at = slot.from();
            Instant updatedAt = slot.to();
            file.line(Csv.row(at, null, 10, 10, null, updatedAt));
            file.line(Csv.row(at, "unmapped-metric", 10, "n/a", null, updatedAt));
            file.line(Csv.row(at, LostSlot.INDICATOR, 11, 10, null, updatedAt));
            rows += BROKEN;
        }
    }
}
