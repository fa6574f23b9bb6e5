package io.plimsoll.publish.pack;

import io.plimsoll.config.PackSection;
import io.plimsoll.frame.Frames;
import io.plimsoll.lake.Views;
import io.plimsoll.publish.StatementPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tech.tablesaw.api.Table;

/** The questions of a pack, asked of the lake. */
public final class PackQueries {

    private static final int MOST_ROWS = 500;

    private final Views views;
    private final StatementPeriod period;
    private final LocalDate asOf;
    private final Map<String, Object> arguments;
    private final Map<String, Long> pinned = new TreeMap<>();

    /**
     * @param views the tables
     * @param period the quarter
     * @param asOf date of the run whose snapshots are asked
     * @param zone the organisation's, in which that date begins
     */
    public PackQueries(Views views, StatementPeriod period, LocalDate asOf, ZoneId zone) {
        this.views = views;
        this.period = period;
        this.asOf = asOf;
        this.arguments = Map.of(
                Manifest.QUARTER_START, period.start(),
                Manifest.QUARTER_END, period.end(),
                Manifest.AS_OF, asOf,
                Manifest.AS_OF_AT, asOf.atStartOfDay(zone).toInstant());
    }

    /**
     * The answers, all from the tables as they are when they are first named.
     *
     * @throws AnalysisException when a query cannot be read; {@link PackCheck} says so before
     * @throws IllegalArgumentException when an answer has more rows than people read
     */
    Pack answered(String quarter, List<PackSection> sections) throws AnalysisException {
        List<Pack.Section> answered = new ArrayList<>();
        for (PackSection section : sections) {
            answered.add(answered(section));
        }
        return new Pack(quarter, period, asOf, arguments, answered);
    }

    private Pack.Section answered(PackSection section) throws AnalysisException {
        Table rows = Frames.of(asked(section.rows()).limit(MOST_ROWS + 1));
        if (rows.rowCount() > MOST_ROWS) {
            throw new IllegalArgumentException("section '" + section.title() + "' has more than " + MOST_ROWS
                    + " rows; a pack is read by people: add a LIMIT, or sum up");
        }
        List<Pack.Question> questions = new ArrayList<>();
        Grid grid = Grid.of(rows);
        questions.add(Pack.Question.of(section.rows(), grid));
        List<Pack.Picture> pictures = new ArrayList<>();
        if (section.bars().isPresent() && !rows.isEmpty()) {
            pictures.add(PackPictures.bars(section.bars().get(), rows));
        }
        if (section.series().isPresent()) {
            pictures.addAll(series(section.series().get(), questions));
        }
        Pack.Source source = new Pack.Source(questions, tables(section));
        return new Pack.Section(section.title(), section.says(), section.none(), grid, pictures, source);
    }

    private Map<String, Long> tables(PackSection section) {
        Map<String, Long> tables = new TreeMap<>();
        queries(section).forEach(query -> tables.putAll(pinned(query)));
        return tables;
    }

    /** The tables that the questions of sections name. */
    public Set<String> named(List<PackSection> sections) {
        return sections.stream()
                .flatMap(PackQueries::queries)
                .flatMap(query -> views.versions(query).keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> queries(PackSection section) {
        return Stream.concat(
                Stream.of(section.rows()),
                section.series().stream()
                        .flatMap(series -> Stream.concat(Stream.of(series.seen()), series.ahead().stream())));
    }

    private Map<String, Long> pinned(String query) {
        Map<String, Long> versions = views.versions(query);
        versions.replaceAll((table, version) -> pinned.computeIfAbsent(table, each -> version));
        return versions;
    }

    /**
     * The answer to a question, of the versions that are pinned.
     *
     * @throws AnalysisException when it cannot be read
     */
    Dataset<Row> asked(String query) throws AnalysisException {
        return views.query(query, pinned(query), arguments);
    }

    private List<Pack.Picture> series(PackSection.Series series, List<Pack.Question> questions)
            throws AnalysisException {
        Table seen = points(series.seen(), SeriesColumns.seen(series), questions);
        Optional<Table> ahead = series.ahead().isPresent()
                ? Optional.of(points(series.ahead().get(), SeriesColumns.AHEAD, questions))
                : Optional.empty();
        return PackPictures.series(series, seen, ahead);
    }

    /** The answer to a question of a picture, asked once. */
    private Table points(String query, List<String> columns, List<Pack.Question> questions) throws AnalysisException {
        Dataset<Row> asked = asked(query);
        Dataset<Row> held = asked.sparkSession().createDataFrame(asked.collectAsList(), asked.schema());
        questions.add(Pack.Question.of(query, Grid.of(Frames.of(held))));
        return Frames.of(SeriesColumns.of(held, columns));
    }
}
