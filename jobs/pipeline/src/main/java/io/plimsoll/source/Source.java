package io.plimsoll.source;

import static java.util.Objects.requireNonNull;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.Problem;
import io.plimsoll.config.Settings;
import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.feed.Feeds;
import io.plimsoll.source.format.Format;
import io.plimsoll.source.format.Formats;
import io.plimsoll.source.format.JdbcFormat;
import io.plimsoll.source.format.Reading;
import io.plimsoll.source.format.Records;
import io.plimsoll.source.format.Request;
import io.plimsoll.source.format.TableFormat;
import io.plimsoll.source.landing.FileProbe;
import io.plimsoll.source.landing.Inspection;
import io.plimsoll.source.landing.Landing;
import io.plimsoll.source.landing.LandingFile;
import io.plimsoll.source.mapping.Judgement;
import io.plimsoll.source.mapping.MappingCheck;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** One source of a workspace: its files, and their rows in its feed's columns. */
public final class Source {

    private static final String NEVER_SPLIT = String.valueOf(1L << 40);
    /** Inferring filters from conditions on a bill's many columns takes more memory than the bill. */
    private static final String INFERRED_FILTERS = "spark.sql.constraintPropagation.enabled";

    /** A page whose checksum is wrong fails instead of giving wrong figures; writers of Parquet add one to every page. */
    private static final String PAGE_CHECKSUMS = "parquet.page.verify-checksum.enabled";

    private static final String ZONE = "spark.sql.session.timeZone";

    private static final String NO_TABLE = "the table cannot be read";

    private final SourceSettings settings;
    private final Feed feed;
    private final Format format;
    private final ZoneId zone;
    private final SparkSession session;
    private final Landing landing;
    private final MappingCheck check;
    private final Request request;

    private Source(
            SourceSettings settings, Feed feed, Format format, ZoneId zone, SparkSession session, Landing landing) {
        this.settings = settings;
        this.feed = feed;
        this.format = format;
        this.zone = zone;
        this.session = session;
        this.landing = landing;
        this.check = new MappingCheck(session, settings, feed, format);
        this.request = check.request(zone);
    }

    /**
     * The sources of a workspace. Each reads in a session of its own zone, because Spark fixes the zone of a conversion when it
     * analyses the expression. The problems are those that stand whatever the files hold; a source whose feed or format
     * is unknown is left out.
     */
    public static Loaded<List<Source>> load(SparkSession session, Settings settings) {
        Landing landing = new Landing(
                session.sparkContext().hadoopConfiguration(),
                settings.workspace().root());
        Map<ZoneId, SparkSession> sessions = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        List<Source> sources = new ArrayList<>();
        for (SourceSettings source : settings.sources()) {
            List<Problem> unknown = unknownNames(source);
            problems.addAll(unknown);
            if (unknown.isEmpty()) {
                ZoneId zone = source.zone().orElse(settings.zone());
                Source known = new Source(
                        source,
                        Feeds.named(source.feed()).orElseThrow(),
                        Formats.named(source.format()).orElseThrow(),
                        zone,
                        sessions.computeIfAbsent(zone, each -> inZone(session, each)),
                        landing);
                problems.addAll(known.problems());
                sources.add(known);
            }
        }
        return new Loaded<>(List.copyOf(sources), problems);
    }

    private static List<Problem> unknownNames(SourceSettings source) {
        List<Problem> problems = new ArrayList<>();
        String key = "sources." + source.name();
        if (Feeds.named(source.feed()).isEmpty()) {
            String names =
                    String.join(", ", Feeds.all().stream().map(Feed::name).toList());
            problems.add(new Problem(
                    source.file(),
                    source.line(),
                    key + ".feed",
                    "'" + source.feed() + "' is not a feed; feeds are " + names));
        }
        if (Formats.named(source.format()).isEmpty()) {
            problems.add(new Problem(
                    source.file(),
                    source.line(),
                    key + ".format",
                    "'" + source.format() + "' is not a format; formats are " + String.join(", ", Formats.names())));
        }
        return problems;
    }

    private static SparkSession inZone(SparkSession session, ZoneId zone) {
        SparkSession zoned = ((org.apache.spark.sql.classic.SparkSession) session).cloneSession();
        zoned.conf().set(ZONE, zone.getId());
        zoned.conf().set(INFERRED_FILTERS, false);
        zoned.conf().set(PAGE_CHECKSUMS, true);
        return zoned;
    }

    /** The settings. */
    public SourceSettings settings() {
        return settings;
    }

    /** The feed that the source delivers. */
    public Feed feed() {
        return feed;
    }

    /** The zone of times that do not say theirs. */
    public ZoneId zone() {
        return zone;
    }

    /**
     * The files that the source has now, in the order in which they are read.
     *
     * @throws UnreadableSource when its folder lies on a file system that is not there, or a table's log is broken
     */
    public List<LandingFile> files() throws UnreadableSource {
        try {
            return isTable() ? List.of() : format.files(session, landing, settings);
        } catch (Exception failure) {
            throw UnreadableSource.because("the files cannot be listed", failure);
        }
    }

    /** Whether the source is a table that is read on from where the last reading ended. */
    public boolean isTable() {
        boolean databaseTable = format instanceof JdbcFormat;
        return databaseTable
                || (format instanceof TableFormat
                        && settings.incrementalColumn().isPresent());
    }

    /** The table as the ledger names it. */
    public String tablePath() {
        String options =
                settings.options().getOrDefault("dbtable", settings.options().getOrDefault("query", ""));
        return settings.path().isEmpty() ? "jdbc:" + options : settings.path();
    }

    /**
     * What is new in the table.
     *
     * @param last where the last reading ended; empty before the first
     * @throws UnreadableSource when the database does not answer, or has no such table or column
     */
    public Optional<TableIncrement> increment(Optional<String> last) throws UnreadableSource {
        try {
            return TableIncrement.since(
                    table().table(session, landing, settings),
                    settings.incrementalColumn(),
                    !feed.key().isEmpty(),
                    last);
        } catch (Exception failure) {
            throw UnreadableSource.because(NO_TABLE, failure);
        }
    }

    /** The table's new rows as something to be read; its columns must fit the mapping. */
    public Fitted fit(TableIncrement increment) throws UnreadableSource {
        StructType columns = columns();
        LandingFile whole = new LandingFile(tablePath(), tablePath(), LandingFile.NO_SIZE, Instant.EPOCH, false);
        return fit(columns, List.of(whole), Optional.of(increment.condition()));
    }

    /** What is wrong with the mapping whatever the files hold. */
    public List<Problem> problems() {
        return check.withoutFiles();
    }

    /** What is wrong with a table's columns, or that it cannot be read. */
    public List<Problem> tableProblems() {
        try {
            return check.against(columns()).problems();
        } catch (UnreadableSource unreadable) {
            return List.of(problem(unreadable));
        }
    }

    /** The failure as a problem of the settings. */
    public Problem problem(UnreadableSource failure) {
        return new Problem(
                settings.file(), settings.line(), "sources." + settings.name(), String.valueOf(failure.getMessage()));
    }

    private StructType columns() throws UnreadableSource {
        try {
            return table().table(session, landing, settings).schema();
        } catch (Exception failure) {
            throw UnreadableSource.because(NO_TABLE, failure);
        }
    }

    private TableFormat table() {
        return (TableFormat) format;
    }

    /** Looks through one file. */
    public Inspection inspect(LandingFile file) {
        return new FileProbe(landing).inspect(file, opened -> format.inspect(opened, request));
    }

    /** Whether the file is still as it was listed; a table always is. */
    public boolean isUnchanged(LandingFile file) {
        return isTable() || landing.look(file.uri()).map(file::looksLike).orElse(false);
    }

    /** Groups files by their columns and holds the mapping against each group. */
    public Fitted fit(List<Inspection> whole) {
        Map<StructType, List<LandingFile>> groups = new LinkedHashMap<>();
        Optional<StructType> declared =
                whole.isEmpty() ? Optional.empty() : format.declaredColumns(session, landing, settings);
        for (Inspection inspection : whole) {
            StructType columns =
                    declared.orElseGet(() -> inspection.content().orElseThrow().columns());
            join(groups, columns, inspection.file());
        }
        List<Batch> batches = new ArrayList<>();
        Map<String, List<Problem>> unfit = new LinkedHashMap<>();
        groups.forEach((columns, files) -> {
            Fitted fitted = fit(columns, files, Optional.empty());
            batches.addAll(fitted.batches());
            unfit.putAll(fitted.unfit());
        });
        return new Fitted(batches, unfit);
    }

    private void join(Map<StructType, List<LandingFile>> groups, StructType columns, LandingFile file) {
        for (StructType group : List.copyOf(groups.keySet())) {
            Optional<StructType> together = format.together(group, columns);
            if (together.isPresent()) {
                List<LandingFile> files = new ArrayList<>(requireNonNull(groups.remove(group)));
                files.add(file);
                groups.put(together.get(), files);
                return;
            }
        }
        groups.put(columns, new ArrayList<>(List.of(file)));
    }

    private Fitted fit(StructType columns, List<LandingFile> files, Optional<String> condition) {
        MappingCheck.Result result = check.against(columns);
        List<Batch> batches = result.mapping().stream()
                .map(mapping -> new Batch(new Reading(request, landing, columns, files, condition), mapping))
                .toList();
        Map<String, List<Problem>> unfit = new LinkedHashMap<>();
        if (batches.isEmpty()) {
            files.forEach(file -> unfit.put(file.path(), result.problems()));
        }
        return new Fitted(batches, unfit);
    }

    /** The rows of all records with {@link Judgement#BAD}, read in a session like the given one; at least one batch. */
    public Dataset<Row> rows(List<Batch> batches, SparkSession like) {
        SparkSession reader = inZone(like, zone);
        return batches.stream()
                .map(batch -> new Judgement(batch.mapping()).judge(records(reader, batch.reading())))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    /** Reads every record to its end and keeps none; fails as every job does that reads the files. */
    public void readThrough(Batch batch) {
        records(session, batch.reading())
                .write()
                .format("noop")
                .mode(SaveMode.Overwrite)
                .save();
    }

    /** The records of the given files that break the feed's contract, with reasons, read in a session like the given one. */
    public Dataset<Row> rejects(List<Batch> batches, Set<String> paths, SparkSession like) {
        SparkSession whole = withoutSplitting(like);
        return batches.stream()
                .map(batch -> batch.only(paths))
                .filter(batch -> !batch.files().isEmpty())
                .map(batch -> new Judgement(batch.mapping())
                        .rejects(records(whole, batch.reading()), format.raw(batch.reading())))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    /** A file that one task reads from its beginning gives every record its true number. */
    private SparkSession withoutSplitting(SparkSession like) {
        SparkSession whole = inZone(like, zone);
        whole.conf().set("spark.sql.files.maxPartitionBytes", NEVER_SPLIT);
        whole.conf().set("spark.sql.files.openCostInBytes", NEVER_SPLIT);
        return whole;
    }

    private Dataset<Row> records(SparkSession in, Reading reading) {
        return reading.condition().isPresent()
                ? Records.ofTable(
                        table().table(in, landing, settings)
                                .where(reading.condition().get()),
                        tablePath())
                : format.records(in, reading);
    }
}
