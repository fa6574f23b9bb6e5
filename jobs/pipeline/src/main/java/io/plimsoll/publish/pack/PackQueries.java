package io.plimsoll.publish.pack;

import io.plimsoll.chart.SeriesChart;
import io.plimsoll.config.PackSection;
import io.plimsoll.config.Problem;
import io.plimsoll.frame.Frames;
import io.plimsoll.frame.Pictures;
import io.plimsoll.lake.Views;
import io.plimsoll.publish.StatementPeriod;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;
import tech.tablesaw.api.Table;

/** The questions of a pack, asked of the lake. */
public final class PackQueries {

    private static final int MOST_PICTURES = 6;
    private static final int MOST_ROWS = 500;

    /** Across a page of A4 more columns break words and numbers. */
    private static final int MOST_COLUMNS = 20;

    private static final String SERIES = "series";
    private static final String VALUE = "value";
    private static final String LIMIT = "limit";
    private static final String HORIZON = "horizon_days";
    private static final List<String> SEEN = List.of(SERIES, "day", VALUE);
    private static final List<String> AHEAD = List.of(SERIES, "step_at", "mean", "lo80", "hi80", "lo95", "hi95");

    /** What a picture takes a column as; every other one is a number. */
    private static final Map<String, DataType> TYPES = Map.of(
            SERIES,
            DataTypes.StringType,
            "day",
            DataTypes.DateType,
            "step_at",
            DataTypes.TimestampType,
            HORIZON,
            DataTypes.IntegerType);

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
     * @throws AnalysisException when a query cannot be read; {@link #problems} says so before
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
            pictures.add(bars(section.bars().get(), rows));
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

    private Dataset<Row> asked(String query) throws AnalysisException {
        return views.query(query, pinned(query), arguments);
    }

    private static Pack.Picture bars(PackSection.Bars bars, Table rows) {
        Table drawn = Table.create(rows.column(0));
        rows.numericColumns().stream()
                .filter(column -> column != rows.column(0))
                .forEach(drawn::addColumns);
        return new Pack.Picture(
                bars.title(), Pictures.bars(bars.title(), bars.unit(), drawn).image());
    }

    private List<Pack.Picture> series(PackSection.Series series, List<Pack.Question> questions)
            throws AnalysisException {
        Table seen = points(series.seen(), needed(series), "day", questions);
        Optional<Table> ahead = series.ahead().isPresent()
                ? Optional.of(points(series.ahead().get(), AHEAD, "step_at", questions))
                : Optional.empty();
        List<Pack.Picture> pictures = new ArrayList<>();
        for (String name : names(seen)) {
            Table past = of(seen, name).sortOn("day");
            if (past.column(VALUE).countMissing() < past.rowCount()) {
                pictures.add(picture(
                        series, name, past, ahead.map(all -> of(all, name).sortOn("step_at"))));
            }
        }
        return pictures;
    }

    /** The answer to a question of a picture; what lies nowhere in time is not drawn. */
    private Table points(String query, List<String> columns, String place, List<Pack.Question> questions)
            throws AnalysisException {
        Dataset<Row> asked = asked(query);
        Dataset<Row> held = asked.sparkSession().createDataFrame(asked.collectAsList(), asked.schema());
        questions.add(Pack.Question.of(query, Grid.of(Frames.of(held))));
        Table points = Frames.of(drawn(held, columns));
        return points.where(points.column(place).isNotMissing());
    }

    private static List<String> names(Table seen) {
        return seen.stringColumn(SERIES).asList().stream()
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_PICTURES)
                .toList();
    }

    /** The columns of an answer as a picture takes them. */
    private static Dataset<Row> drawn(Dataset<Row> rows, List<String> columns) {
        return rows.select(columns.stream()
                .map(column -> rows.col(column)
                        .cast(TYPES.getOrDefault(column, DataTypes.DoubleType))
                        .as(column))
                .toArray(Column[]::new));
    }

    private static Table of(Table frame, String series) {
        return frame.where(frame.stringColumn(SERIES).isEqualTo(series));
    }

    private static Pack.Picture picture(PackSection.Series series, String name, Table past, Optional<Table> ahead) {
        SeriesChart chart = series.demand() && past.intColumn(HORIZON).getInt(0) > 0
                ? Pictures.demand(name, past, past.intColumn(HORIZON).get(0))
                : ahead.map(steps -> Pictures.series(name, series.unit(), past, steps))
                        .orElseGet(() -> Pictures.series(name, series.unit(), past));
        if (series.limit().isPresent() && !past.column(LIMIT).isMissing(0)) {
            chart = chart.withLimit(
                    series.limit().get(), past.doubleColumn(LIMIT).get(0));
        }
        return new Pack.Picture(name, chart.image());
    }

    /** Every query that cannot be answered, or gives no picture that is asked of it. Nothing is read. */
    public List<Problem> problems(List<PackSection> sections) {
        List<Problem> problems = new ArrayList<>();
        for (PackSection section : sections) {
            problem(section, section.line(), () -> rejectTable(section)).ifPresent(problems::add);
            section.series()
                    .flatMap(series -> problem(section, series.line(), () -> rejectWithoutColumns(series)))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private void rejectTable(PackSection section) throws AnalysisException {
        StructField[] columns = asked(section.rows()).schema().fields();
        if (columns.length > MOST_COLUMNS) {
            throw new IllegalArgumentException(
                    "has " + columns.length + " columns; a page holds at most " + MOST_COLUMNS);
        }
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        for (StructField column : columns) {
            if (!names.add(column.name())) {
                throw new IllegalArgumentException(
                        "has two columns " + column.name() + "; give each a heading of its own with AS");
            }
        }
        boolean hasNumber = Arrays.stream(columns).skip(1).anyMatch(column -> column.dataType() instanceof NumericType);
        if (section.bars().isPresent() && !hasNumber) {
            throw new IllegalArgumentException("has no number after its first column; bars need one");
        }
    }

    private void rejectWithoutColumns(PackSection.Series series) throws AnalysisException {
        rejectWithoutColumns(series.seen(), needed(series));
        if (series.ahead().isPresent()) {
            rejectWithoutColumns(series.ahead().get(), AHEAD);
        }
    }

    private void rejectWithoutColumns(String query, List<String> needed) throws AnalysisException {
        Dataset<Row> asked = asked(query);
        List<String> columns = Arrays.asList(asked.columns());
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new IllegalArgumentException(
                        "has no column " + column + "; a picture of series needs " + String.join(", ", needed));
            }
        }
        drawn(asked, needed).schema();
    }

    private static List<String> needed(PackSection.Series series) {
        List<String> needed = new ArrayList<>(SEEN);
        series.limit().ifPresent(name -> needed.add(LIMIT));
        if (series.demand()) {
            needed.add(HORIZON);
        }
        return needed;
    }

    /** What may fail for the person who wrote a query. */
    private interface Attempt {
        void run() throws AnalysisException;
    }

    private static Optional<Problem> problem(PackSection section, int line, Attempt attempt) {
        try {
            attempt.run();
            return Optional.empty();
        } catch (IllegalArgumentException | AnalysisException failure) {
            return Optional.of(new Problem(section.file(), line, section.title(), firstLine(failure)));
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("cannot be read");
    }
}
