package io.plimsoll.bronze;

import static io.plimsoll.testing.SourceBuilder.source;
import static io.plimsoll.testing.TestWorkspace.gzip;
import static io.plimsoll.testing.TestWorkspace.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testing.TestWorkspace;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionTest {

    @TempDir
    Path root;

    @Test
    void csvWithTheFeedsOwnNamesIsAcceptedWithProvenance() {
        TestWorkspace workspace =
                new TestWorkspace(root).with(source("counts", "sli_measurement", "csv", "landing/counts/*.csv.gz"));
        workspace.drop(
                "landing/counts/a.csv.gz",
                gzip(
                        "sli_id,measured_at,good,total",
                        "web,2026-02-01T00:00:00Z,9,10",
                        "web,2026-02-01T23:59:00-02:00,10,10"));

        workspace.ingest();

        assertThat(text(
                        workspace.bronze("sli_measurement"),
                        "sli_id",
                        "measured_at",
                        "good",
                        "total",
                        "tool",
                        "source",
                        "path",
                        "row_number",
                        "batch_id",
                        "day"))
                .containsExactly(
                        "web | 2026-02-01T00:00:00Z | 9 | 10 | counts | counts | landing/counts/a.csv.gz | 1 | 1 | 2026-02-01",
                        "web | 2026-02-02T01:59:00Z | 10 | 10 | counts | counts | landing/counts/a.csv.gz | 2 | 1 | 2026-02-02");
    }

    @Test
    void everyReasonOfARejectedRowIsKeptWithItsText() {
        TestWorkspace workspace =
                new TestWorkspace(root).with(source("counts", "sli_measurement", "csv", "landing/*.csv"));
        workspace.drop(
                "landing/a.csv",
                "sli_id,measured_at,good,total",
                "web,2026-02-01T00:00:00Z,9,10",
                ",yesterday,9,n/a",
                "web,2026-02-01T00:02:00Z,11,10");

        workspace.ingest();

        assertThat(workspace.reasons())
                .containsExactly(
                        "column measured_at: 'yesterday' is not a TIMESTAMP (expression: measured_at)",
                        "column total: 'n/a' is not a BIGINT (expression: total)",
                        "column sli_id: is missing (expression: sli_id)",
                        "the row breaks the rule: 0 <= good <= total (good = 11, total = 10)");
        assertThat(text(workspace.rejected(), "row_number", "raw"))
                .containsExactly("2 | ,yesterday,9,n/a", "3 | web,2026-02-01T00:02:00Z,11,10");
        assertThat(text(workspace.ledger(), "outcome", "rows_read", "rows_accepted", "rows_rejected"))
                .containsExactly("partly_rejected | 3 | 1 | 2");
    }

    @Test
    void jsonLinesAreMappedByExpressions() {
        TestWorkspace workspace = new TestWorkspace(root)
                .with(source("values", "sli_measurement", "jsonl", "landing/*.jsonl")
                        .map("sli_id", "name")
                        .map("measured_at", "timestamp_seconds(t)")
                        .map("value", "v"));
        workspace.drop(
                "landing/a.jsonl",
                "{\"name\": \"web\", \"t\": 1769731200, \"v\": 120.25}",
                "",
                "{\"name\": \"web\", \"t\": 1769731260, \"v\": \"fast\"}",
                "{\"name\": \"web\", ");

        workspace.ingest();

        assertThat(text(workspace.bronze("sli_measurement"), "measured_at", "value"))
                .containsExactly("2026-01-30T00:00:00Z | 120.25");
        assertThat(text(workspace.rejected(), "row_number", "reasons", "raw")).hasSize(2);
        assertThat(workspace.reasons())
                .containsExactly(
                        "column value: 'fast' is not a DOUBLE (expression: v)",
                        "the record is not valid JSON, or a value is not of its key's type: expressions compute with the type"
                                + " that most records have");
    }

    @Test
    void aSecondIngestionWithoutNewsWritesNothing() {
        TestWorkspace workspace =
                new TestWorkspace(root).with(source("counts", "sli_measurement", "csv", "landing/*.csv"));
        workspace.drop("landing/a.csv", "sli_id,measured_at,good,total", "web,2026-02-01T00:00:00Z,9,10");
        workspace.ingest();
        long table = workspace.lake().version("bronze.sli_measurement");
        long ledger = workspace.lake().version("ops.ingested_file");

        workspace.ingest();

        assertThat(workspace.lake().version("bronze.sli_measurement")).isEqualTo(table);
        assertThat(workspace.lake().version("ops.ingested_file")).isEqualTo(ledger);
    }

    /** The ledger names files from the workspace, so that it may move, or be named by its URI tomorrow. */
    @Test
    void aWorkspaceThatIsAUriReadsTheSameFilesUnderTheSamePaths() {
        TestWorkspace byUri =
                TestWorkspace.byUri(root).with(source("counts", "sli_measurement", "csv", "landing/**/*.csv"));
        byUri.drop(
                "landing/to day/a.csv", "sli_id,measured_at,good,total", "web,2026-02-01T00:00:00Z,9,10", "web,,9,10");
        byUri.ingest();
        TestWorkspace byPath =
                new TestWorkspace(root).with(source("counts", "sli_measurement", "csv", "landing/**/*.csv"));
        byPath.ingest();

        assertThat(text(byPath.ledger(), "path", "rows_read", "rows_accepted", "rows_rejected"))
                .containsExactly("landing/to day/a.csv | 2 | 1 | 1");
        assertThat(text(byPath.bronze("sli_measurement"), "path", "good")).containsExactly("landing/to day/a.csv | 9");
        assertThat(byPath.reasons()).containsExactly("column measured_at: is missing (expression: measured_at)");
    }

    @Test
    void timesWithoutAZoneAreReadInTheSourcesZoneElseTheWorkspacesAndThatIsSaid() {
        TestWorkspace workspace = new TestWorkspace(root)
                .in("Europe/London")
                .with(source("here", "sli_measurement", "csv", "landing/here.csv"))
                .with(source("there", "sli_measurement", "csv", "landing/there.csv")
                        .zone("America/New_York"));
        workspace.drop("landing/here.csv", "sli_id,measured_at,value", "web,2026-07-01 12:00:00,1");
        workspace.drop("landing/there.csv", "sli_id,measured_at,value", "web,2026-07-01 12:00:00,1");

        workspace.ingest();

        assertThat(text(workspace.bronze("sli_measurement"), "tool", "measured_at"))
                .containsExactly("here | 2026-07-01T11:00:00Z", "there | 2026-07-01T16:00:00Z");
        assertThat(text(workspace.ledger(), "source", "note"))
                .containsExactly(
                        "here | times without a zone were read in Europe/London",
                        "there | times without a zone were read in America/New_York");
        assertThat(workspace.progress())
                .contains(
                        "here: times without a zone were read in Europe/London",
                        "there: times without a zone were read in America/New_York");
    }
}
