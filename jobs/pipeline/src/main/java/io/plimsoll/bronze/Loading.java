package io.plimsoll.bronze;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.bool_or;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udaf;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.PartitionChanges;
import io.plimsoll.source.Batch;
import io.plimsoll.source.Source;
import io.plimsoll.source.format.Records;
import io.plimsoll.source.landing.Inspection;
import io.plimsoll.source.landing.LandingFile;
import io.plimsoll.source.mapping.Judgement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Writes the new rows of one source to its feed's table and counts them on the way. */
final class Loading {

    private static final String FILES = "files";
    private static final String ZONELESS = "zoneless";
    private static final long SECONDS_A_DAY = 86_400;

    private final Lake lake;
    private final SourcePlan plan;
    private final long batch;
    private final TableContract table;
    private List<Batch> batches;
    private final Map<String, String> failed = new HashMap<>();
    private Map<String, FileCounts.Count> counts = Map.of();

    Loading(Lake lake, SourcePlan plan, long batch) {
        this.lake = lake;
        this.plan = plan;
        this.batch = batch;
        this.table = BronzeTables.of(plan.source().feed());
        this.batches = plan.batches();
    }

    /** Appends the accepted rows; the entries say what became of each file. */
    List<FileEntry> load() {
        Observation observation = new Observation();
        Dataset<Row> judged = plan.source()
                .rows(batches)
                .observe(
                        observation,
                        udaf(new FileCounts(), Encoders.row(FileCounts.INPUT))
                                .apply(col(Records.PATH), col(Judgement.BAD))
                                .as(FILES),
                        bool_or(col(Judgement.ZONELESS)).as(ZONELESS));
        lake.append(table, accepted(judged));
        Map<String, Object> observed = observed(observation);
        counts = FileCounts.byPath((Row) requireNonNull(observed.get(FILES)));
        boolean zoneless = Boolean.TRUE.equals(observed.get(ZONELESS));
        removeFilesThatChanged();
        return files().map(file -> entry(file, zoneless)).toList();
    }

    /** The days that the accepted rows lie on; everything where the feed has no days. Nothing is written. */
    PartitionChanges days() {
        if (plan.source().feed().instant().isEmpty()) {
            return PartitionChanges.everything();
        }
        NavigableSet<LocalDate> days = new TreeSet<>();
        accepted(plan.source().rows(batches))
                .select(BronzeTables.DAY.name())
                .distinct()
                .collectAsList()
                .forEach(row -> days.add(row.getLocalDate(0)));
        return new PartitionChanges(Optional.of(days));
    }

    private static Map<String, Object> observed(Observation observation) {
        try {
            return observation.getAsJava();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the counts", interrupted);
        }
    }

    private Dataset<Row> accepted(Dataset<Row> judged) {
        List<Column> columns = new ArrayList<>();
        for (Field field : table.fields()) {
            columns.add(column(field).as(field.name()));
        }
        return judged.where(not(col(Judgement.BAD))).select(columns.toArray(Column[]::new));
    }

    private Column column(Field field) {
        Source source = plan.source();
        if (field.equals(BronzeTables.SOURCE)) {
            return lit(source.settings().name());
        }
        if (field.equals(BronzeTables.PATH)) {
            return col(Records.PATH);
        }
        if (field.equals(BronzeTables.ROW_NUMBER)) {
            return col(Records.ROW);
        }
        if (field.equals(BronzeTables.BATCH_ID)) {
            return lit(batch);
        }
        return field.equals(BronzeTables.DAY) ? day(source.feed().instant().orElseThrow()) : field.col();
    }

    /** The UTC day, whatever the session's zone: a cast to date would take the zone's. */
    private static Column day(String instant) {
        Column seconds = functions.unix_seconds(col(instant));
        Column midnight = seconds.minus(functions.pmod(seconds, lit(SECONDS_A_DAY)));
        return functions.date_from_unix_date(midnight.divide(SECONDS_A_DAY).cast("int"));
    }

    private void removeFilesThatChanged() {
        files().filter(file -> !plan.source().isUnchanged(file))
                .forEach(file ->
                        failed.put(file.path(), "it changed while it was read; it is read again on the next run"));
        if (!failed.isEmpty()) {
            lake.delete(
                    table,
                    col(BronzeTables.BATCH_ID.name())
                            .equalTo(batch)
                            .and(col(BronzeTables.SOURCE.name())
                                    .equalTo(plan.source().settings().name()))
                            .and(col(BronzeTables.PATH.name())
                                    .isin(failed.keySet().toArray())));
        }
    }

    /** Removes what the files of a feed without keys delivered before. */
    void superseded(Ledger ledger) {
        if (!plan.source().feed().key().isEmpty()) {
            return;
        }
        String name = plan.source().settings().name();
        Object[] again = files().map(LandingFile::path)
                .filter(path -> !failed.containsKey(path))
                .filter(path -> ledger.latest(name, path).isPresent())
                .toArray();
        if (again.length > 0) {
            lake.delete(
                    table,
                    col(BronzeTables.BATCH_ID.name())
                            .lt(batch)
                            .and(col(BronzeTables.SOURCE.name()).equalTo(name))
                            .and(col(BronzeTables.PATH.name()).isin(again)));
        }
    }

    /** The rejected rows, when there are any. */
    Optional<Dataset<Row>> rejects() {
        Set<String> paths = counts.entrySet().stream()
                .filter(count -> count.getValue().bad() > 0 && !failed.containsKey(count.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return paths.isEmpty()
                ? Optional.empty()
                : Optional.of(plan.source()
                        .rejects(batches, paths)
                        .withColumnRenamed(Records.PATH, BronzeTables.PATH.name())
                        .withColumnRenamed(Records.ROW, BronzeTables.ROW_NUMBER.name()));
    }

    private java.util.stream.Stream<LandingFile> files() {
        return batches.stream().flatMap(each -> each.files().stream());
    }

    private FileEntry entry(LandingFile file, boolean zoneless) {
        FileCounts.Count count = counts.getOrDefault(file.path(), new FileCounts.Count());
        String error = failed.get(file.path());
        Inspection inspection = requireNonNull(plan.inspections().get(file.path()));
        long rejected = error == null ? count.bad() : 0;
        long accepted = error == null ? count.read() - count.bad() : 0;
        return new FileEntry(
                plan.source().settings().name(),
                file.path(),
                file.sizeBytes(),
                file.modifiedAt(),
                error == null ? inspection.digest().orElse(null) : null,
                batch,
                outcome(error != null, accepted, rejected),
                accepted,
                rejected,
                error,
                Planning.note(inspection).orElse(zoneless ? zoneNote() : null),
                plan.readAs());
    }

    private static Outcome outcome(boolean failed, long accepted, long rejected) {
        if (failed || (accepted == 0 && rejected > 0)) {
            return Outcome.REJECTED;
        }
        return rejected > 0 ? Outcome.PARTLY_REJECTED : Outcome.ACCEPTED;
    }

    private String zoneNote() {
        return "times without a zone were read in " + plan.source().zone();
    }
}
