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
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Writes the new rows of one source to its feed's table or to the rejected rows and counts them on the way. */
final class Loading {

    private static final String FILES = "files";
    private static final String ZONELESS = "zoneless";
    private static final String CHANGED = "it changed while it was read; it is read again on the next run";
    private static final long LITTLE_BYTES = 2L << 20;
    private static final long SECONDS_A_DAY = 86_400;

    private final Lake lake;
    private final Lake suited;
    private final boolean isLittle;
    private final SourcePlan plan;
    private final long batch;
    private final TableContract table;
    private final Map<String, String> failed = new HashMap<>();
    private Map<String, FileCounts.Count> counts = Map.of();
    private boolean zoneless;
    private boolean appended;

    Loading(Lake lake, SourcePlan plan, long batch) {
        this.lake = lake;
        this.plan = plan;
        this.batch = batch;
        this.table = BronzeTables.of(plan.source().feed());
        this.isLittle = files().mapToLong(LandingFile::sizeBytes).sum() <= LITTLE_BYTES;
        boolean isKnownSize = files().allMatch(file -> file.sizeBytes() != LandingFile.NO_SIZE);
        this.suited = isLittle && isKnownSize ? lake.interpreting() : lake;
    }

    /** Appends the accepted and the rejected rows; the entries say what became of each file. */
    List<FileEntry> load() {
        withoutDamaged(this::appendAccepted, () -> lake.delete(table, ofThisBatch()));
        withoutDamaged(this::appendRejects, () -> lake.delete(BronzeTables.REJECTED_ROW, ofThisBatch()));
        withdraw(changed());
        return files().map(this::entry).toList();
    }

    /**
     * A file that turns out damaged takes nothing with it: the rest is read again without it. What fails for another reason is
     * tried once more, in case it was the network's.
     *
     * @param undo takes back what a failed reading may have written all the same, so that no row is there twice
     */
    private void withoutDamaged(Runnable reading, Runnable undo) {
        boolean triedAgain = false;
        while (!readable().isEmpty()) {
            try {
                reading.run();
                return;
            } catch (Exception failure) {
                Map<String, String> damaged = DamagedFiles.among(plan.source(), readable());
                if (damaged.isEmpty() && triedAgain) {
                    throw failure;
                }
                triedAgain = damaged.isEmpty();
                undo.run();
                withdraw(damaged);
            }
        }
    }

    private void appendAccepted() {
        Observation observation = new Observation();
        Dataset<Row> judged = plan.source()
                .rows(readable(), suited.session())
                .observe(
                        observation,
                        udaf(new FileCounts(), Encoders.row(FileCounts.INPUT))
                                .apply(col(Records.PATH), col(Judgement.BAD))
                                .as(FILES),
                        bool_or(col(Judgement.ZONELESS)).as(ZONELESS));
        suited.append(table, inFewFiles(accepted(judged)));
        appended = true;
        Map<String, Object> observed = observed(observation);
        counts = FileCounts.byPath((Row) requireNonNull(observed.get(FILES)));
        zoneless = Boolean.TRUE.equals(observed.get(ZONELESS));
    }

    private void appendRejects() {
        Set<String> paths = counts.entrySet().stream()
                .filter(count -> count.getValue().bad() > 0 && !failed.containsKey(count.getKey()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        if (paths.isEmpty()) {
            return;
        }
        suited.append(
                BronzeTables.REJECTED_ROW,
                plan.source()
                        .rejects(readable(), paths, suited.session())
                        .withColumnRenamed(Records.PATH, BronzeTables.PATH.name())
                        .withColumnRenamed(Records.ROW, BronzeTables.ROW_NUMBER.name())
                        .withColumn(BronzeTables.SOURCE.name(), lit(plan.name()))
                        .withColumn(BronzeTables.BATCH_ID.name(), lit(batch)));
    }

    /** The files are rejected whole: their rows, as far as they were written, go again. */
    private void withdraw(Map<String, String> errors) {
        failed.putAll(errors);
        if (appended && !errors.isEmpty()) {
            Column rows = ofThisBatch()
                    .and(col(BronzeTables.PATH.name()).isin(errors.keySet().toArray()));
            lake.delete(table, rows);
            lake.delete(BronzeTables.REJECTED_ROW, rows);
        }
    }

    private Map<String, String> changed() {
        return files().filter(file -> !failed.containsKey(file.path()))
                .filter(file -> !plan.source().isUnchanged(file))
                .collect(Collectors.toMap(LandingFile::path, file -> CHANGED));
    }

    /** Little data of many days would otherwise become a file a day and task. */
    private Dataset<Row> inFewFiles(Dataset<Row> rows) {
        return isLittle ? rows.coalesce(1) : rows;
    }

    private List<Batch> readable() {
        Set<String> paths = files().map(LandingFile::path)
                .filter(path -> !failed.containsKey(path))
                .collect(Collectors.toSet());
        return plan.batches().stream()
                .map(each -> each.only(paths))
                .filter(each -> !each.files().isEmpty())
                .toList();
    }

    /** The days that the accepted rows lie on; everything where the feed has no days. Nothing is written. */
    PartitionChanges days() {
        if (plan.source().feed().instant().isEmpty()) {
            return PartitionChanges.everything();
        }
        NavigableSet<LocalDate> days = new TreeSet<>();
        withoutDamaged(
                () -> accepted(plan.source().rows(readable(), suited.session()))
                        .select(BronzeTables.DAY.name())
                        .distinct()
                        .collectAsList()
                        .forEach(row -> days.add(row.getLocalDate(0))),
                days::clear);
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

    /** Removes what the files of a feed without keys delivered before. */
    void removeSuperseded(Ledger ledger) {
        if (!plan.source().feed().key().isEmpty()) {
            return;
        }
        String name = plan.source().settings().name();
        Set<String> again = readable().stream()
                .flatMap(each -> each.files().stream())
                .map(LandingFile::path)
                .filter(path -> ledger.latest(name, path).isPresent())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!again.isEmpty()) {
            lake.delete(
                    table, ofSource(again).and(col(BronzeTables.BATCH_ID.name()).lt(batch)));
        }
    }

    private Column ofThisBatch() {
        return col(BronzeTables.SOURCE.name())
                .equalTo(plan.name())
                .and(col(BronzeTables.BATCH_ID.name()).equalTo(batch));
    }

    private Column ofSource(Set<String> paths) {
        return col(BronzeTables.SOURCE.name())
                .equalTo(plan.source().settings().name())
                .and(col(BronzeTables.PATH.name()).isin(paths.toArray()));
    }

    private Stream<LandingFile> files() {
        return plan.batches().stream().flatMap(each -> each.files().stream());
    }

    private FileEntry entry(LandingFile file) {
        Inspection inspection = requireNonNull(plan.inspections().get(file.path()));
        String error = failed.get(file.path());
        if (error != null) {
            Optional<String> digest = error.equals(CHANGED) ? Optional.empty() : inspection.digest();
            return FileEntry.of(plan.name(), file, digest, batch, plan.readAs()).rejected(error);
        }
        FileCounts.Count count = counts.getOrDefault(file.path(), new FileCounts.Count());
        Optional<String> note =
                inspection.content().flatMap(content -> content.note()).or(this::zoneNote);
        return FileEntry.of(plan.name(), file, inspection.digest(), batch, plan.readAs())
                .counted(count.read() - count.bad(), count.bad(), note);
    }

    /** What to say about times that did not say their zone. */
    Optional<String> zoneNote() {
        return zoneless
                ? Optional.of(
                        "times without a zone were read in " + plan.source().zone())
                : Optional.empty();
    }
}
