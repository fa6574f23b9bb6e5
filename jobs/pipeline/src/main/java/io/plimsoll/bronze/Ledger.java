package io.plimsoll.bronze;

import io.plimsoll.lake.Lake;
import io.plimsoll.source.landing.LandingFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Every file that was ever read, as {@code ops.ingested_file} tells it. */
final class Ledger {

    private final Map<String, FileEntry> latest = new HashMap<>();
    private final Map<String, List<FileEntry>> deliveries = new HashMap<>();
    private final Map<String, FileEntry> positions = new HashMap<>();
    private long lastBatch;

    private Ledger() {}

    static Ledger read(Lake lake) {
        Ledger ledger = new Ledger();
        if (lake.exists(BronzeTables.INGESTED_FILE.name())) {
            lake.read(BronzeTables.INGESTED_FILE).collectAsList().stream()
                    .map(Ledger::entry)
                    .forEach(ledger::add);
        }
        return ledger;
    }

    /** Takes an entry into account; of two for the same file the later batch stands. */
    void add(FileEntry entry) {
        lastBatch = Math.max(lastBatch, entry.batch());
        keepLater(latest, entry);
        if (entry.sizeBytes() == null && entry.error() == null) {
            keepLater(positions, entry);
        }
        if (entry.delivered() && entry.digest() != null) {
            deliveries
                    .computeIfAbsent(key(entry.source(), entry.digest()), each -> new ArrayList<>())
                    .add(entry);
        }
    }

    private static void keepLater(Map<String, FileEntry> entries, FileEntry entry) {
        entries.merge(key(entry.source(), entry.path()), entry, (a, b) -> b.batch() >= a.batch() ? b : a);
    }

    /** Number of the last ingestion; 0 before the first. */
    long lastBatch() {
        return lastBatch;
    }

    /** Whether there is no need to open the file. */
    boolean isSettled(String source, LandingFile file, String readAs) {
        return latest(source, file.path())
                .filter(entry -> entry.looksLike(file))
                .filter(entry -> !entry.lostSomething() || entry.readAs().equals(readAs))
                .filter(entry -> !entry.couldNotBeOpened())
                .isPresent();
    }

    /** Whether the last reading of a file failed for the same reason, so that there is nothing new to tell. */
    boolean knows(FileEntry failed) {
        return latest(failed.source(), failed.path())
                .filter(FileEntry::couldNotBeOpened)
                .filter(entry -> failed.couldNotBeOpened())
                .filter(entry -> entry.readAs().equals(failed.readAs()))
                .filter(entry -> String.valueOf(entry.error()).equals(failed.error()))
                .isPresent();
    }

    /** The last reading of a file. */
    Optional<FileEntry> latest(String source, String path) {
        return Optional.ofNullable(latest.get(key(source, path)));
    }

    /** Whether the source ever delivered rows. */
    boolean everDelivered(String source) {
        return latest.values().stream().anyMatch(entry -> entry.source().equals(source) && entry.delivered());
    }

    /** Where the last reading of a table ended; empty when it must be read from its beginning. */
    Optional<String> position(String source, String table, String readAs) {
        return Optional.ofNullable(positions.get(key(source, table)))
                .filter(entry ->
                        entry.outcome() == Outcome.ACCEPTED || entry.readAs().equals(readAs))
                .flatMap(entry -> Optional.ofNullable(entry.digest()));
    }

    /** The last reading of each of the source's files. */
    List<FileEntry> entries(String source) {
        return latest.values().stream()
                .filter(entry -> entry.source().equals(source))
                .toList();
    }

    /** Earlier deliveries of the same content. */
    List<FileEntry> deliveries(String source, String digest) {
        return deliveries.getOrDefault(key(source, digest), List.of());
    }

    static Dataset<Row> rows(SparkSession session, List<FileEntry> entries, Instant ingestedAt) {
        List<Row> rows = entries.stream()
                .map(entry -> RowFactory.create(
                        entry.source(),
                        entry.path(),
                        entry.sizeBytes(),
                        entry.modifiedAt(),
                        entry.digest(),
                        entry.batch(),
                        entry.outcome().word(),
                        entry.accepted() + entry.rejected(),
                        entry.accepted(),
                        entry.rejected(),
                        entry.error(),
                        entry.note(),
                        entry.readAs(),
                        ingestedAt))
                .toList();
        return session.createDataFrame(rows, BronzeTables.INGESTED_FILE.schema());
    }

    private static FileEntry entry(Row row) {
        return new FileEntry(
                row.getAs("source"),
                row.getAs("path"),
                row.getAs("size_bytes"),
                row.getAs("modified_at"),
                row.getAs("digest"),
                row.<Long>getAs("batch_id"),
                Outcome.of(row.getAs("outcome")),
                row.<Long>getAs("rows_accepted"),
                row.<Long>getAs("rows_rejected"),
                row.getAs("error"),
                row.getAs("note"),
                row.getAs("read_as"));
    }

    private static String key(String source, String name) {
        return source + "\n" + name;
    }
}
