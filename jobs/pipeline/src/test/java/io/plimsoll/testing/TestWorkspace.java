package io.plimsoll.testing;

import io.plimsoll.bronze.BronzeTables;
import io.plimsoll.bronze.Ingestion;
import io.plimsoll.bronze.IngestionReport;
import io.plimsoll.config.Settings;
import io.plimsoll.config.SourceSettings;
import io.plimsoll.config.Workspace;
import io.plimsoll.lake.Lake;
import io.plimsoll.source.feed.Feeds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A workspace in a temporary folder. */
public final class TestWorkspace {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private final Path root;
    private final String location;
    private final Lake lake;
    private final List<SourceSettings> sources = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();
    private ZoneId zone = ZoneOffset.UTC;

    /** @param root an empty folder */
    public TestWorkspace(Path root) {
        this(root, root.toString());
    }

    private TestWorkspace(Path root, String location) {
        this.root = root;
        this.location = location;
        this.lake = new Lake(LocalSpark.session(), location + "/lake");
    }

    /** The same folder named by its URI. */
    public static TestWorkspace byUri(Path root) {
        return new TestWorkspace(root, "file://" + root);
    }

    /** Sets the organisation's zone. */
    public TestWorkspace in(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    /** Adds a source. */
    public TestWorkspace with(SourceBuilder source) {
        sources.add(source.build());
        return this;
    }

    /** Forgets the sources, so that others can be added. */
    public TestWorkspace withoutSources() {
        sources.clear();
        return this;
    }

    /** Writes a text file. */
    public Path drop(String path, String... lines) {
        return drop(path, String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file. */
    public Path drop(String path, byte[] bytes) {
        try {
            Path file = root.resolve(path);
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Sets a file's time of change. */
    public void touch(String path, String instant) {
        try {
            Files.setLastModifiedTime(root.resolve(path), FileTime.from(Instant.parse(instant)));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A file of the workspace. */
    public Path file(String path) {
        return root.resolve(path);
    }

    /** The bytes of lines as gzip. */
    public static byte[] gzip(String... lines) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
                zip.write(String.join("\n", lines).concat("\n").getBytes(StandardCharsets.UTF_8));
            }
            return bytes.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The tables. */
    public Lake lake() {
        return lake;
    }

    /** The settings as they stand. */
    public Settings settings() {
        return new Settings(
                new Workspace(location),
                zone,
                List.copyOf(sources),
                Map.of(),
                List.of(),
                Settings.deliveredScorecards());
    }

    /** Reads what is new. */
    public IngestionReport ingest() {
        return new Ingestion(lake, settings(), NOW, progress::add).ingest();
    }

    /** The lines of progress so far. */
    public List<String> progress() {
        return progress;
    }

    /** The bronze rows of a feed. */
    public Dataset<Row> bronze(String feed) {
        return lake.read(BronzeTables.of(Feeds.named(feed).orElseThrow()));
    }

    /** The rejected rows. */
    public Dataset<Row> rejected() {
        return lake.read(BronzeTables.REJECTED_ROW);
    }

    /** The reasons of all rejected rows, in the order of path and row. */
    public List<String> reasons() {
        return rejected().orderBy("batch_id", "path", "row_number").collectAsList().stream()
                .flatMap(row -> row.<String>getList(row.fieldIndex("reasons")).stream())
                .toList();
    }

    /** The ledger. */
    public Dataset<Row> ledger() {
        return lake.read(BronzeTables.INGESTED_FILE);
    }

    /** Rows as text, values separated by a bar, sorted. */
    public static List<String> text(Dataset<Row> rows, String... columns) {
        return rows.selectExpr(columns).collectAsList().stream()
                .map(row -> Arrays.stream(columns)
                        .map(column -> row.get(Arrays.asList(columns).indexOf(column)))
                        .map(String::valueOf)
                        .reduce((a, b) -> a + " | " + b)
                        .orElse(""))
                .sorted()
                .toList();
    }
}
