package io.plimsoll.publish.pack;

import io.plimsoll.config.PackSection;
import io.plimsoll.config.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Holds the questions of a pack against the tables, before any is answered. */
public final class PackCheck {

    /** Across a page of A4 more columns break words and numbers. */
    private static final int MOST_COLUMNS = 20;

    private final PackQueries queries;

    private PackCheck(PackQueries queries) {
        this.queries = queries;
    }

    /** Every query that cannot be answered, or gives no table or picture that is asked of it. Nothing is read. */
    public static List<Problem> problems(List<PackSection> sections, PackQueries queries) {
        PackCheck check = new PackCheck(queries);
        List<Problem> problems = new ArrayList<>();
        for (PackSection section : sections) {
            problem(section, section.line(), () -> check.rejectTable(section)).ifPresent(problems::add);
            section.series()
                    .flatMap(series -> problem(section, series.line(), () -> check.rejectSeries(series)))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private void rejectTable(PackSection section) throws AnalysisException {
        StructField[] columns = queries.asked(section.rows()).schema().fields();
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

    private void rejectSeries(PackSection.Series series) throws AnalysisException {
        SeriesColumns.of(queries.asked(series.seen()), SeriesColumns.seen(series));
        if (series.ahead().isPresent()) {
            SeriesColumns.of(queries.asked(series.ahead().get()), SeriesColumns.AHEAD);
        }
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
            String told = String.valueOf(failure.getMessage()).strip();
            return Optional.of(new Problem(
                    section.file(),
                    line,
                    section.title(),
                    told.lines().findFirst().orElse("cannot be read")));
        }
    }
}
