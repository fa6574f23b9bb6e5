package io.plimsoll.source;

import io.plimsoll.config.Problem;
import io.plimsoll.config.Settings;
import io.plimsoll.config.SourceSettings;
import io.plimsoll.source.feed.Feed;
import io.plimsoll.source.feed.Feeds;
import io.plimsoll.source.format.Format;
import io.plimsoll.source.format.Formats;
import io.plimsoll.source.format.Reading;
import io.plimsoll.source.format.Request;
import io.plimsoll.source.landing.FileProbe;
import io.plimsoll.source.landing.Inspection;
import io.plimsoll.source.landing.Landing;
import io.plimsoll.source.landing.LandingFile;
import io.plimsoll.source.mapping.Judgement;
import io.plimsoll.source.mapping.Mapping;
import io.plimsoll.source.mapping.MappingCheck;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** One source of a workspace: its files, and their rows in its feed's columns. */
public final class Source {

    private static final String ZONE = "spark.sql.session.timeZone";

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
        this.request = check.request();
    }

    /**
     * The sources of a workspace. Each reads in a session of its own zone, because Spark fixes the zone of a conversion when it
     * analyses the expression.
     *
     * @throws SettingsProblems when a feed, format or expression is wrong whatever the files hold
     */
    public static List<Source> of(SparkSession session, Settings settings) {
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
                problems.addAll(known.check.withoutFiles());
                sources.add(known);
            }
        }
        if (!problems.isEmpty()) {
            throw new SettingsProblems(problems);
        }
        return sources;
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

    /** The files that the source's path names now. */
    public List<LandingFile> files() {
        return landing.list(settings.path());
    }

    /** Looks through one file. */
    public Inspection inspect(LandingFile file) {
        return new FileProbe(landing).inspect(file, opened -> format.inspect(opened, request));
    }

    /** Whether the file is still as it was listed. */
    public boolean isUnchanged(LandingFile file) {
        return landing.look(file.uri()).map(file::looksLike).orElse(false);
    }

    /** Groups files by their columns and holds the mapping against each group. */
    public Fitted fit(List<Inspection> whole) {
        Map<StructType, List<LandingFile>> groups = new LinkedHashMap<>();
        for (Inspection inspection : whole) {
            StructType columns = inspection.content().orElseThrow().columns();
            groups.computeIfAbsent(columns, each -> new ArrayList<>()).add(inspection.file());
        }
        List<Batch> batches = new ArrayList<>();
        Map<String, List<Problem>> unfit = new LinkedHashMap<>();
        groups.forEach((columns, files) -> {
            MappingCheck.Result result = check.against(columns);
            result.mapping()
                    .ifPresentOrElse(
                            mapping -> batches.add(new Batch(new Reading(request, columns, files), mapping)),
                            () -> files.forEach(file -> unfit.put(file.path(), result.problems())));
        });
        return new Fitted(batches, unfit);
    }

    /** The rows of all records with {@link Judgement#BAD}; at least one batch. */
    public Dataset<Row> rows(List<Batch> batches) {
        return batches.stream()
                .map(batch -> new Judgement(batch.mapping()).judge(format.records(session, batch.reading())))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    /** The records of the given files that break the feed's contract, with reasons. */
    public Dataset<Row> rejects(List<Batch> batches, Set<String> paths) {
        return batches.stream()
                .map(batch -> batch.only(paths))
                .filter(batch -> !batch.files().isEmpty())
                .map(batch -> rejects(batch))
                .reduce(Dataset::union)
                .orElseThrow();
    }

    private Dataset<Row> rejects(Batch batch) {
        Mapping mapping = batch.mapping();
        return new Judgement(mapping).rejects(format.records(session, batch.reading()), format.raw(batch.reading()));
    }
}
