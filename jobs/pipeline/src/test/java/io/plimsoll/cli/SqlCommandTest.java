package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Views;
import io.plimsoll.run.Outcome;
import io.plimsoll.run.RunLedger;
import io.plimsoll.run.RunOptions;
import io.plimsoll.testing.LocalSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told of a query; the tables are those of the ledger, and nobody has written them yet. */
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

    /** A rating of March was counted over one run and before there was any table_run; in April both have grown. */
    @Test
    void anOlderRatingIsTracedThroughWhatItsRunRead() {
        Lake lake = new Lake(LocalSpark.session(), root.toString());
        RunLedger ledger = new RunLedger(lake);
        LocalDate march = LocalDate.of(2026, 3, 31);
        ledger.record(1, nightly(march), Instant.EPOCH, 1, List.of(), 0);
        Map<String, Long> read = Map.of("ops.run", lake.version("ops.run"), "ops.table_run", Lake.ABSENT);
        ledger.record(2, nightly(march), Instant.EPOCH, 1, List.of(rated(read)), 0);
        Map<String, Long> later = Map.of("ops.run", lake.version("ops.run"), "ops.table_run", 0L);
        ledger.record(3, nightly(LocalDate.of(2026, 4, 30)), Instant.EPOCH, 1, List.of(rated(later)), 0);
        String query = "SELECT (SELECT count(*) FROM ops.run), (SELECT count(*) FROM ops.table_run)";

        assertThat(answer(query, ledger.inputsOf("gold.maturity_practice", march)))
                .containsExactly(RowFactory.create(1L, 0L));
        assertThat(answer(query)).containsExactly(RowFactory.create(3L, 2L));
        assertThatThrownBy(() -> ledger.inputsOf("gold.maturity_practice", LocalDate.of(2026, 1, 31)))
                .hasMessage("no run of 2026-01-31 computed gold.maturity_practice; it was computed on 2026-03-31,"
                        + " 2026-04-30");
        assertThatThrownBy(() -> ledger.inputsOf("gold.nosuch", march))
                .hasMessage("no run of 2026-03-31 computed gold.nosuch; it was computed on no date");
    }

    private static RunOptions nightly(LocalDate asOf) {
        return RunOptions.nightly(asOf, ZoneOffset.UTC);
    }

    private static Outcome rated(Map<String, Long> inputs) {
        return new Outcome(
                "gold.maturity_practice",
                Outcome.Kind.WRITTEN,
                "first run",
                Optional.empty(),
                1,
                0,
                inputs,
                "fingerprint",
                Instant.EPOCH,
                1,
                Optional.empty());
    }

    private List<Row> answer(String query) {
        return answer(query, Map.of());
    }

    private List<Row> answer(String query, Map<String, Long> versions) {
        Lake lake = new Lake(LocalSpark.session(), root.toString());
        try {
            return new Views(lake, List.of(RunLedger.RUN, RunLedger.TABLE_RUN))
                    .query(query, versions)
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
