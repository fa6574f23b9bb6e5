package io.plimsoll.gold.maturity;

import io.plimsoll.config.Practice;
import io.plimsoll.config.Problem;
import io.plimsoll.contract.Inputs;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.SparkThrowable;

/** Holds the queries of a maturity model against the tables that exist, before anything is computed. */
public final class PracticeCheck {

    private static final String FIELD = "evidence";

    private PracticeCheck() {}

    /** The practices whose queries can be read as SQL over tables of the given names. */
    public static List<Practice> readable(List<Practice> practices, List<String> tables) {
        return practices.stream()
                .filter(practice -> unreadable(practice, tables).isEmpty())
                .toList();
    }

    /**
     * Every query that would fail: not SQL, an unknown table or column, a type that cannot be compared, a column missing.
     *
     * @param tables names of the tables that exist
     * @param empty those tables without rows
     */
    public static List<Problem> problems(List<Practice> practices, List<String> tables, Inputs empty) {
        List<Problem> problems = new ArrayList<>();
        for (Practice practice : practices) {
            unreadable(practice, tables)
                    .or(() -> failing(practice, empty))
                    .ifPresent(message -> problems.add(
                            new Problem(practice.file(), practice.line(), practice.id() + "." + FIELD, message)));
        }
        return problems;
    }

    private static Optional<String> unreadable(Practice practice, List<String> tables) {
        try {
            return PracticeEvidence.ofAnyRun(practice).tables().stream()
                    .filter(table -> !tables.contains(table))
                    .findFirst()
                    .map(table -> "reads " + table + ", which is no table; 'plimsoll tables' lists them");
        } catch (Exception failure) {
            return Optional.of(explained(failure));
        }
    }

    private static Optional<String> failing(Practice practice, Inputs empty) {
        try {
            PracticeEvidence.ofAnyRun(practice).rows(empty);
            return Optional.empty();
        } catch (Exception failure) {
            return Optional.of(explained(failure));
        }
    }

    /** Spark's first line, or our own sentence; anything else is a bug and goes on as one. */
    static String explained(Exception failure) {
        if (failure instanceof SparkThrowable || failure instanceof IllegalArgumentException) {
            return String.valueOf(failure.getMessage())
                    .strip()
                    .lines()
                    .findFirst()
                    .orElse("cannot be read");
        }
        throw new IllegalStateException(failure);
    }
}
