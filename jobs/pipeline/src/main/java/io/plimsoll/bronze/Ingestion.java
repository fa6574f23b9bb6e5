package io.plimsoll.bronze;

import io.plimsoll.bronze.IngestionReport.FailedFile;
import io.plimsoll.bronze.IngestionReport.SourceReport;
import io.plimsoll.config.Loaded;
import io.plimsoll.config.Problem;
import io.plimsoll.config.Settings;
import io.plimsoll.config.SourceSettings;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.PartitionChanges;
import io.plimsoll.source.SettingsProblems;
import io.plimsoll.source.Source;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads what is new in the landing files into the bronze tables: each file exactly once, each row accepted or rejected with
 * reasons, everything counted in {@code ops.ingested_file}. When nothing is new, nothing is written.
 */
public final class Ingestion {

    private final Lake lake;
    private final Settings settings;
    private final Instant now;
    private final Consumer<String> progress;

    /**
     * @param lake where bronze lies
     * @param settings the sources
     * @param now when the ingestion begins, for the ledger
     * @param progress takes a line a source with news
     */
    public Ingestion(Lake lake, Settings settings, Instant now, Consumer<String> progress) {
        this.lake = lake;
        this.settings = settings;
        this.now = now;
        this.progress = progress;
    }

    /**
     * Reads every source.
     *
     * @throws SettingsProblems when settings do not fit feeds or files; nothing was written
     */
    public IngestionReport ingest() {
        Ledger ledger = Ledger.read(lake.interpreting());
        UnfinishedBatch unfinished = new UnfinishedBatch(lake);
        if (unfinished.isThere()) {
            progress.accept("the last ingestion did not end; its rows are removed and read again");
            unfinished.removeRowsAfter(ledger.lastBatch());
            unfinished.end();
        }
        long batch = ledger.lastBatch() + 1;
        List<SourcePlan> plans = plans(ledger, batch);
        if (plans.stream().allMatch(SourcePlan::hasNothing)) {
            return new IngestionReport(ledger.lastBatch(), reports(plans, List.of()));
        }
        unfinished.begin();
        List<FileEntry> entries = load(plans, ledger, batch);
        Lake little = lake.interpreting();
        little.append(BronzeTables.INGESTED_FILE, Ledger.rows(little.session(), entries, now));
        unfinished.end();
        return new IngestionReport(batch, reports(plans, entries));
    }

    /**
     * What the next ingestion would write, by table: the days that new files touch, or everything where a feed has no days.
     * Nothing is written.
     *
     * @throws SettingsProblems when settings do not fit feeds or files
     */
    public Map<String, PartitionChanges> preview() {
        Ledger ledger = Ledger.read(lake.interpreting());
        Map<String, PartitionChanges> coming = new HashMap<>();
        for (SourcePlan plan : plans(ledger, ledger.lastBatch() + 1)) {
            if (!plan.batches().isEmpty()) {
                String table = BronzeTables.of(plan.source().feed()).name();
                coming.merge(table, new Loading(lake, plan, ledger.lastBatch() + 1).days(), PartitionChanges::and);
            }
        }
        return coming;
    }

    /** Holds the sources against their feeds and files; says everything that is wrong, reads no rows and writes nothing. */
    public SourceReview review() {
        Loaded<List<Source>> sources = Source.load(lake.session(), settings);
        SourceReview files = new Reviewing(Ledger.read(lake.interpreting())).review(sources.value());
        List<Problem> problems = new ArrayList<>(sources.problems());
        problems.addAll(files.problems());
        problems.sort(Comparator.comparingInt(Problem::line));
        return new SourceReview(problems, files.notes());
    }

    private List<SourcePlan> plans(Ledger ledger, long batch) {
        Loaded<List<Source>> sources = Source.load(lake.session(), settings);
        if (!sources.problems().isEmpty()) {
            throw new SettingsProblems(sources.problems());
        }
        Planning planning = new Planning(ledger, batch);
        List<SourcePlan> plans = sources.value().stream().map(planning::plan).toList();
        if (!planning.problems().isEmpty()) {
            throw new SettingsProblems(planning.problems());
        }
        return plans;
    }

    private List<FileEntry> load(List<SourcePlan> plans, Ledger ledger, long batch) {
        List<FileEntry> entries = new ArrayList<>();
        for (SourcePlan plan : plans) {
            entries.addAll(plan.entries());
            if (!plan.batches().isEmpty()) {
                Loading loading = new Loading(lake, plan, batch);
                List<FileEntry> loaded = loading.load();
                entries.addAll(loaded);
                loading.removeSuperseded(ledger);
                loaded.forEach(ledger::add);
                if (plan.source().settings().replaceFolder()) {
                    new FolderRuns(lake, plan.name(), ledger.entries(plan.name())).removeReplaced();
                }
                loading.zoneNote().ifPresent(note -> progress.accept(plan.name() + ": " + note));
            }
            report(plan, entries);
        }
        return entries;
    }

    private void report(SourcePlan plan, List<FileEntry> entries) {
        if (!plan.hasNothing()) {
            SourceReport report = report(plan.source().settings(), entries);
            progress.accept("%s: %d files, %d rows read, %d accepted, %d rejected%s%s"
                    .formatted(
                            report.source(),
                            report.files(),
                            report.rowsRead(),
                            report.rowsAccepted(),
                            report.rowsRejected(),
                            report.duplicates() == 0 ? "" : ", %d duplicate files".formatted(report.duplicates()),
                            report.failed().isEmpty()
                                    ? ""
                                    : ", %d files rejected whole"
                                            .formatted(report.failed().size())));
        }
    }

    private static List<SourceReport> reports(List<SourcePlan> plans, List<FileEntry> entries) {
        return plans.stream()
                .map(plan -> report(plan.source().settings(), entries))
                .toList();
    }

    private static SourceReport report(SourceSettings source, List<FileEntry> all) {
        List<FileEntry> entries = all.stream()
                .filter(entry -> entry.source().equals(source.name()))
                .toList();
        long accepted = entries.stream().mapToLong(FileEntry::accepted).sum();
        long rejected = entries.stream().mapToLong(FileEntry::rejected).sum();
        List<FailedFile> failed = entries.stream()
                .flatMap(entry ->
                        Optional.ofNullable(entry.error()).map(error -> new FailedFile(entry.path(), error)).stream())
                .toList();
        int duplicates = (int) entries.stream()
                .filter(entry -> entry.outcome() == Outcome.DUPLICATE)
                .count();
        return new SourceReport(
                source.name(),
                entries.size() - failed.size() - duplicates,
                accepted + rejected,
                accepted,
                rejected,
                duplicates,
                failed,
                source.maxRejected());
    }
}
