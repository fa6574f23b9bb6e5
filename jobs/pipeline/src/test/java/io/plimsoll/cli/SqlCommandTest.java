package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Views;
import io.plimsoll.run.RunLedger;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of a query; {@code ops.run} is the one table, and nobody has written it yet. */
class SqlCommandTest {

    @TempDir
    private Path root;

    @Test
    void aTableThatNobodyWroteYetIsEmpty() {
        assertThat(answer("SELECT count(*) FROM ops.run").get(0).getLong(0)).isZero();
    }

    /** Delta would answer from its log alone, and fails at that with dates as java.time. */
    @Test
    void theLastDayOfATableIsADay() {
        Lake lake = new Lake(LocalSpark.session(), root.toString());
        Row run = RowFactory.create(1L, LocalDate.of(2026, 3, 1), Instant.EPOCH, 1.0, false, 0, 0);
        lake.append(RunLedger.RUN, LocalSpark.session().createDataFrame(List.of(run), RunLedger.RUN.schema()));

        assertThat(answer("SELECT max(as_of) FROM ops.run").get(0).getLocalDate(0))
                .isEqualTo("2026-03-01");
    }

    @Test
    void anUnknownTableIsNamed() {
        assertThat(told("SELECT * FROM gold.nosuch"))
                .isEqualTo("the query cannot be answered: there is no table gold.nosuch; 'plimsoll tables' lists them");
    }

    @Test
    void anUnknownColumnComesWithThoseThatExistAndWithoutAPlan() {
        assertThat(told("SELECT started FROM ops.run"))
                .contains("`started` cannot be resolved. Did you mean")
                .contains("`started_at`")
                .doesNotContain("\n");
    }

    @Test
    void aFailureWhileRowsAreComputedIsThePersonsToo() {
        assertThat(told("SELECT 1 / (id - id) FROM range(3)"))
                .startsWith("the query cannot be answered: [DIVIDE_BY_ZERO] Division by zero.");
    }

    @Test
    void onlyQueriesAreAnswered() {
        for (String statement : List.of("DELETE FROM ops.run", "DROP VIEW ops.run", "CREATE TABLE x (a INT)")) {
            assertThatThrownBy(() -> answer(statement))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(
                            "only queries are answered (SELECT, WITH, VALUES): the tables of a lake are written by runs"
                                    + " alone");
        }
    }

    private List<Row> answer(String query) {
        Lake lake = new Lake(LocalSpark.session(), root.toString());
        try {
            return new Views(lake, List.of(RunLedger.RUN))
                    .query(query, Map.of())
                    .collectAsList();
        } catch (org.apache.spark.sql.AnalysisException e) {
            throw new IllegalStateException(e);
        }
    }

    private String told(String query) {
        try {
            answer(query);
        } catch (IllegalStateException | org.apache.spark.SparkArithmeticException e) {
            return String.valueOf(QueryError.of(e).orElseThrow(() -> e).getMessage());
        }
        throw new AssertionError("the query was answered");
    }
}
