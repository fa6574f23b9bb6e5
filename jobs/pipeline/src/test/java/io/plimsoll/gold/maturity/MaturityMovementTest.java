package io.plimsoll.gold.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TextTable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Snapshots of two quarters, seen on 1 July 2026. */
class MaturityMovementTest {

    private static final TableContract PRACTICE = new MaturityPractice(List.of()).contract();

    /** 48 of 80 and 56 of 70, Newcombe 1998, table II: from 0.0524 to 0.3339. The same shares of a tenth of it are noise. */
    @Test
    void aMovementIsToldFromNoise() {
        List<Row> rows = movements("""
                practice_id | attained_ratio | effective_rows | rating | evidence_query           | as_of
                M1.1        | 0.6            | 80             | L      | SELECT DATE'2026-04-01'  | 2026-04-01
                M1.1        | 0.8            | 70             | L      | SELECT DATE'2026-07-01'  | 2026-07-01
                M1.2        | 0.6            | 8              | P      | SELECT 2                 | 2026-04-01
                M1.2        | 0.8            | 7              | L      | SELECT 2                 | 2026-07-01
                M1.3        | 0.8            | 70             | L      | SELECT 3                 | 2026-04-01
                M1.3        | 0.6            | 80             | L      | SELECT 3                 | 2026-07-01
                """).collectAsList();

        assertThat(rows)
                .extracting(row -> row.<String>getAs("movement"))
                .containsExactly("UP", "WITHIN_CHANCE", "DOWN");
        assertThat("%.4f".formatted(rows.get(0).<Double>getAs("ratio_change_lo95")))
                .isEqualTo("0.0524");
        assertThat("%.4f".formatted(rows.get(0).<Double>getAs("ratio_change_hi95")))
                .isEqualTo("0.3339");
        assertThat(rows.get(1).<String>getAs("rating_before")).isEqualTo("P");
    }

    /** 3 April is 89 days before: its evidence is in part that of today. */
    @Test
    void theNewestSnapshotOfOtherEvidenceIsComparedWith() {
        List<Row> rows = movements("""
                practice_id | attained_ratio | effective_rows | rating | evidence_query | as_of
                M1.1        | 0.1            | 80             | N      | SELECT 1       | 2026-01-01
                M1.1        | 0.5            | 80             | P      | SELECT 1       | 2026-04-02
                M1.1        | 0.6            | 80             | L      | SELECT 1       | 2026-04-03
                M1.1        | 0.6            | 80             | L      | SELECT 1       | 2026-07-01
                """).collectAsList();

        assertThat(rows)
                .extracting(row -> row.<Object>getAs("compared_with"))
                .containsExactly(LocalDate.of(2026, 4, 2));
    }

    @Test
    void whatWasNotEvidencedOrAskedOtherwiseIsNotComparable() {
        List<Row> rows = movements("""
                practice_id | attained_ratio | effective_rows | rating        | evidence_query | as_of
                M1.1        | 0.5            | 2              | not_evidenced | SELECT 1       | 2026-04-01
                M1.1        | 0.6            | 80             | L             | SELECT 1       | 2026-07-01
                M1.2        | 0.1            | 80             | N             | SELECT 2       | 2026-04-01
                M1.2        | 0.9            | 80             | F             | SELECT 3       | 2026-07-01
                """).collectAsList();

        assertThat(rows).extracting(row -> row.<String>getAs("movement")).containsOnly("NOT_COMPARABLE");
        assertThat(rows).extracting(row -> row.<Object>getAs("ratio_change")).containsOnlyNulls();
    }

    private static Dataset<Row> movements(String snapshots) {
        return new MaturityMovement()
                .build(
                        new Rows()
                                .with(PRACTICE, TextTable.rows(PRACTICE, snapshots))
                                .inputs(),
                        new Parameters(LocalDate.of(2026, 7, 1), ZoneOffset.UTC, Optional.empty()))
                .orderBy("practice_id");
    }
}
