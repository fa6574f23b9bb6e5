package io.plimsoll.publish.pack;

import io.plimsoll.config.PackSection;
import io.plimsoll.config.Problem;
import io.plimsoll.frame.Frames;
import io.plimsoll.frame.Pictures;
import io.plimsoll.lake.Views;
import io.plimsoll.publish.StatementPeriod;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import tech.tablesaw.api.Table;

/** The questions of a pack, asked of the lake. */
public final class PackQueries {

    private static final int MOST_PICTURES = 6;
    private static final String SERIES = "series";
    private static final String LIMIT = "limit";
    private static final String HORIZON = "horizon_days";
    private static final List<String> SEEN = List.of(SERIES, "day", "value");
    private static final List<String> AHEAD = List.of(SERIES, "step_at", "mean", "lo80", "hi80", "lo95", "hi95");

    private final Views views;
    private final StatementPeriod period;
    private final LocalDate asOf;
    private final Map<String, Long> pinned = new TreeMap<>();

    /**
     * @param views the tables
     * @param period the quarter
     * @param asOf date of the newest run
     */
    public PackQueries(Views views, StatementPeriod period, LocalDate asOf) {
        this.views = views;
        this.period = period;
        this.asOf = asOf;
    }

    /**
     * The answers, all from the tables as they are when they are first named.
     *
     * @throws AnalysisException when a query cannot be read; {@link #problems} says so before
     */
    Pack answered(String quarter, List<PackSection> sections) throws AnalysisException {
        List<Pack.Section> answered = new ArrayList<>();
        for (PackSection section : sections) {
            answered.add(answered(section));
        }
        return new Pack(quarter, period, asOf, answered);
    }

    private Pack.Section answered(PackSection section) throws AnalysisException {
        Table rows = frame(section.rows());
        List<Pack.Picture> pictures = new ArrayList<>();
        if (section.bars().isPresent() && !rows.isEmpty()) {
            pictures.add(bars(section.bars().get(), rows));
        }
        if (section.series().isPresent()) {
            pictures.addAll(series(section.series().get()));
        }
        Grid grid = Grid.of(rows);
        return new Pack.Section(
                section.title(),
                section.says(),
                section.none(),
                grid,
                pictures,
                new Pack.Source(section.rows(), tables(section), grid.digest()));
    }

    private Map<String, Long> tables(PackSection section) {
        Map<String, Long> tables = new TreeMap<>();
        queries(section).forEach(query -> tables.putAll(pinned(query)));
        return tables;
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

    private Table frame(String query) throws AnalysisException {
        return Frames.of(asked(query));
    }

    private Dataset<Row> asked(String query) throws AnalysisException {
        return views.query(
                query,
                pinned(query),
                Map.of("quarter_start", period.start(), "quarter_end", period.end(), "as_of", asOf));
    }

    private static Pack.Picture bars(PackSection.Bars bars, Table rows) {
        Table drawn = Table.create(rows.column(0));
        drawn.addColumns(rows.numericColumns().stream()
                .filter(column -> column != rows.column(0))
                .toArray(tech.tablesaw.columns.Column[]::new));
        return new Pack.Picture(
                bars.title(), Pictures.bars(bars.title(), bars.unit(), drawn).image());
    }

    private List<Pack.Picture> series(PackSection.Series series) throws AnalysisException {
        Table seen = frame(series.seen());
        Optional<Table> ahead =
                series.ahead().isPresent() ? Optional.of(frame(series.ahead().get())) : Optional.empty();
        List<Pack.Picture> pictures = new ArrayList<>();
        List<String> names = seen.stringColumn(SERIES).asList().stream()
                .distinct()
                .limit(MOST_PICTURES)
                .toList();
        for (String name : names) {
            Table past = of(seen, name);
            if (past.column("value").countMissing() < past.rowCount()) {
                pictures.add(picture(series, name, past, ahead.map(all -> of(all, name))));
            }
        }
        return pictures;
    }

    private static Table of(Table frame, String series) {
        return frame.where(frame.stringColumn(SERIES).isEqualTo(series));
    }

    private static Pack.Picture picture(PackSection.Series series, String name, Table past, Optional<Table> ahead) {
        var drawn = series.demand()
                ? Pictures.demand(name, past, past.intColumn(HORIZON).get(0))
                : Pictures.series(name, series.unit(), past, ahead.orElseGet(() -> Table.create()));
        if (series.limit().isPresent()) {
            drawn = drawn.withLimit(
                    series.limit().get(), past.numberColumn(LIMIT).getDouble(0));
        }
        return new Pack.Picture(name, drawn.image());
    }

    /** Every query that cannot be answered, or lacks a column that its picture needs. Nothing is read. */
    public List<Problem> problems(List<PackSection> sections) {
        List<Problem> problems = new ArrayList<>();
        for (PackSection section : sections) {
            problem(section, section.line(), section.rows(), List.of()).ifPresent(problems::add);
            section.series()
                    .ifPresent(series -> problem(section, series.line(), series.seen(), needed(series))
                            .or(() -> series.ahead().flatMap(ahead -> problem(section, series.line(), ahead, AHEAD)))
                            .ifPresent(problems::add));
        }
        return problems;
    }

    private static List<String> needed(PackSection.Series series) {
        List<String> needed = new ArrayList<>(SEEN);
        series.limit().ifPresent(name -> needed.add(LIMIT));
        if (series.demand()) {
            needed.add(HORIZON);
        }
        return needed;
    }

    private Optional<Problem> problem(PackSection section, int line, String query, List<String> needed) {
        return complaint(query, needed).map(message -> new Problem(section.file(), line, section.title(), message));
    }

    private Optional<String> complaint(String query, List<String> needed) {
        try {
            List<String> columns = Arrays.asList(asked(query).columns());
            return needed.stream()
                    .filter(column -> !columns.contains(column))
                    .findFirst()
                    .map(column ->
                            "has no column " + column + "; a picture of series needs " + String.join(", ", needed));
        } catch (IllegalArgumentException | AnalysisException failure) {
            return Optional.of(firstLine(failure));
        } catch (RuntimeException failure) {
            if (failure instanceof SparkThrowable) {
                return Optional.of(firstLine(failure));
            }
            throw failure;
        }
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("cannot be read");
    }
}
