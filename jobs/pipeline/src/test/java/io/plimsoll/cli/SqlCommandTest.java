package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Views;
import io.plimsoll.run.RunLedger;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
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
