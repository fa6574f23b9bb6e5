package io.plimsoll.publish;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.objectives.SlaStatement;
import io.plimsoll.lake.Lake;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.silver.SliSample;
import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.OneAgreement;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** January's statement, sealed when 99.8999 % were good; later a slot comes that makes it 98 %. */
class StatementsTest {

    private static final String RETENTION_CHECK = "spark.databricks.delta.retentionDurationCheck.enabled";
    private static final Graph GRAPH = AllTables.graph(List.of());
    private static final StatementPeriod JANUARY =
            StatementPeriod.parse("2026-01").orElseThrow();
    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 1);
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    @TempDir
    private Path folder;

    private Lake lake;
    private Statements statements;

    @BeforeEach
    void sealJanuary() {
        lake = new Lake(LocalSpark.session(), folder + "/lake");
        statements = new Statements(lake, GRAPH::contract);
        Rows silver = silver(998_999);
        for (String input : SlaStatement.inputs()) {
            lake.append(GRAPH.contract(input), silver.inputs().table(input));
        }
        assertThat(seal("2026-02-02T09:00:00Z")).isEqualTo(new Statements.Sealed(1, 0, 0, List.of()));
    }

    @Test
    void lateDataAppendsARevisionAndEveryRevisionVerifiesAfterwards() {
        correct(980_000);
        deliverFirstOfFebruary();

        assertThat(seal("2026-02-20T09:00:00Z").restated()).isEqualTo(1);
        assertThat(seal("2026-02-21T09:00:00Z").unchanged()).isEqualTo(1);
        correct(970_000);
        sql("OPTIMIZE");
        sql("VACUUM");

        assertThat(TestWorkspace.text(
                        lake.read(SlaStatement.CONTRACT),
                        "revision",
                        "reason",
                        "old_status",
                        "credit_due",
                        "old_credit_due",
                        "credit_difference"))
                .containsExactly(
                        "1 | first statement | null | 10.0005 | null | null",
                        "2 | silver.sli_sample changed on 2026-01-01 | BREACHED | 25.0012 | 10.0005 | 15.0007");
        assertThat(statements.verify(JANUARY))
                .containsExactly(
                        new Statements.Verified("a o 2026-01-01 2026-01-01 revision 1", List.of()),
                        new Statements.Verified("a o 2026-01-01 2026-01-01 revision 2", List.of()));
    }

    @Test
    void aVersionThatWasVacuumedIsNamed() {
        correct(980_000);
        LocalSpark.session().conf().set(RETENTION_CHECK, "false");
        LocalSpark.session().sql("VACUUM delta.`" + lake.path(SliSample.NAME) + "` RETAIN 0 HOURS");
        LocalSpark.session().conf().unset(RETENTION_CHECK);

        List<Statements.Verified> results = statements.verify(JANUARY);

        assertThat(results).hasSize(1);
        assertThat(results.get(0).problems())
                .singleElement()
                .asString()
                .startsWith("silver.sli_sample version 0 is gone: its file ")
                .endsWith(" was vacuumed");
    }

    @Test
    void aFigureThatCannotBeConfirmedIsNamed() {
        long sealed = lake.version(SlaStatement.NAME);
        lake.delete(SlaStatement.CONTRACT, lit(true));
        lake.append(
                SlaStatement.CONTRACT,
                lake.readAt(SlaStatement.CONTRACT, sealed).withColumn("status", lit("MET")));

        assertThat(statements.verify(JANUARY))
                .containsExactly(new Statements.Verified(
                        "a o 2026-01-01 2026-01-01 revision 1", List.of("status was sealed as MET and is BREACHED")));
    }

    @Test
    void periodsAreMonthsQuartersAndYears() {
        assertThat(StatementPeriod.parse("2026-Q2"))
                .contains(new StatementPeriod(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 7, 1)));
        assertThat(StatementPeriod.parse("2026")).contains(new StatementPeriod(FIRST, LocalDate.of(2027, 1, 1)));
        assertThat(StatementPeriod.parse("2026-13")).isEmpty();
    }

    private Statements.Sealed seal(String at) {
        return statements.seal(JANUARY, AS_OF, ZoneOffset.UTC, Instant.parse(at), Optional.empty());
    }

    private void correct(long good) {
        lake.replacePartitions(
                new SliSample().contract(),
                new TreeSet<>(List.of(FIRST)),
                silver(good).inputs().table(SliSample.NAME));
    }

    /** The day beside the period is no reason for what changed inside it. */
    private void deliverFirstOfFebruary() {
        lake.append(
                new SliSample().contract(),
                silver(1_000_000)
                        .inputs()
                        .table(SliSample.NAME)
                        .withColumn("measured_at", expr("measured_at + INTERVAL 31 DAYS"))
                        .withColumn("day", expr("day + INTERVAL 31 DAYS")));
    }

    private void sql(String command) {
        LocalSpark.session().sql(command + " delta.`" + lake.path(SliSample.NAME) + "`");
    }

    private static Rows silver(long good) {
        return OneAgreement.silver(
                "0.9995", "Occurrences", Map.of(), List.of(OneAgreement.slot(0, good, 1_000_000)), List.of());
    }
}
