package io.plimsoll.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.gold.objectives.SlaStatement;
import io.plimsoll.lake.Lake;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.ProductRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * January is sealed, and fifty nights follow: each brings a day, one of them a late slot of January, and every tenth compacts and
 * vacuums what statements are computed from, inside the retention.
 */
@Tag("long")
class FiftyNightsTest {

    private static final String CATALOGUE = """
            {apiVersion: openslo/v1, kind: Service, metadata: {name: shop}, spec: {description: Shop}}
            ---
            apiVersion: openslo/v1
            kind: SLI
            metadata: {name: orders}
            spec:
              ratioMetric:
                good: {metricSource: {spec: {query: good}}}
                total: {metricSource: {spec: {query: all}}}
            ---
            apiVersion: openslo/v1
            kind: SLO
            metadata: {name: orders-slo}
            spec:
              service: shop
              indicatorRef: orders
              timeWindow: [{duration: 28d, isRolling: true}]
              budgetingMethod: Occurrences
              objectives: [{target: 0.99}]
            ---
            apiVersion: plimsoll/v1
            kind: Agreement
            metadata: {name: acme}
            spec:
              type: SLA
              service: shop
              period: {unit: month, zone: UTC}
              minimumCoverage: 0
              objectives: [{slo: orders-slo}]
            """;

    private static final String SETTINGS = """
            sources:
              - {name: probe, feed: sli_measurement, format: csv, path: 'landing/*.csv', options: {header: true}}
            """;

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate AS_OF = LocalDate.of(2026, 2, 1);
    private static final StatementPeriod JANUARY =
            StatementPeriod.parse("2026-01").orElseThrow();
    private static final int NIGHTS = 50;
    private static final int LATE_NIGHT = 7;
    private static final Graph GRAPH = AllTables.graph(List.of()).upTo(Set.of(SlaCompliance.NAME));

    @TempDir
    private Path folder;

    @Test
    void aSealedStatementVerifiesAfterFiftyNights() throws IOException {
        write("plimsoll.yaml", SETTINGS);
        write("catalog/all.yaml", CATALOGUE);
        for (int day = 0; day < 31; day++) {
            deliver(FIRST.plusDays(day), 995);
        }
        ProductRun product = new ProductRun(folder);
        product.run(AS_OF, GRAPH);
        Statements statements = new Statements(product.lake(), GRAPH::contract);
        assertThat(seal(statements, AS_OF)).isEqualTo(new Statements.Sealed(1, 0, 0, List.of()));

        for (int night = 1; night <= NIGHTS; night++) {
            LocalDate asOf = AS_OF.plusDays(night);
            deliver(asOf.minusDays(1), 990);
            if (night == LATE_NIGHT) {
                write("landing/late.csv", slot(FIRST, 64));
            }
            product.run(asOf, GRAPH);
            if (night == LATE_NIGHT) {
                assertThat(seal(statements, asOf).restated()).isEqualTo(1);
            }
            if (night % 10 == 0) {
                compactAndVacuum(product.lake());
            }
        }

        assertThat(statements.verify(JANUARY))
                .containsExactly(
                        new Statements.Verified("acme orders-slo 2026-01-01 2026-01-01 revision 1", List.of()),
                        new Statements.Verified("acme orders-slo 2026-01-01 2026-01-01 revision 2", List.of()));
        assertThat(seal(statements, AS_OF.plusDays(NIGHTS)).unchanged()).isEqualTo(1);
        assertDifferenceIsNewLessOld(statements);
    }

    /** 31 days of 995 in 1000, then 64 in the first: 0.995 becomes (30 x 995 + 64) / 31000. */
    private static void assertDifferenceIsNewLessOld(Statements statements) {
        Row second = statements.of(JANUARY).where("revision = 2").head();
        double net = 29_914 / 31_000.0;

        assertThat(second.<Double>getAs("attained_net")).isEqualTo(net);
        assertThat(second.<Double>getAs("old_attained_net")).isEqualTo(0.995);
        assertThat(second.<Double>getAs("attained_net_difference")).isEqualTo(net - 0.995);
        assertThat(second.<String>getAs("reason")).isEqualTo("silver.sli_sample changed on 2026-01-01");
    }

    private static Statements.Sealed seal(Statements statements, LocalDate asOf) {
        Instant at = asOf.atStartOfDay(ZoneOffset.UTC).toInstant();
        return statements.seal(JANUARY, asOf, ZoneOffset.UTC, at, Optional.empty());
    }

    private static void compactAndVacuum(Lake lake) {
        for (String table : SlaStatement.inputs()) {
            if (lake.exists(table)) {
                LocalSpark.session().sql("OPTIMIZE delta.`" + lake.path(table) + "`");
                LocalSpark.session().sql("VACUUM delta.`" + lake.path(table) + "`");
            }
        }
    }

    private void deliver(LocalDate day, long good) throws IOException {
        write("landing/" + day + ".csv", slot(day, good));
    }

    private static String slot(LocalDate day, long good) {
        return "sli_id,measured_at,good,total\norders," + day + "T12:00:00Z," + good + ",1000\n";
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
