package io.plimsoll.bronze;

import static io.plimsoll.testing.SourceBuilder.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bronze.IngestionReport.SourceReport;
import io.plimsoll.testing.Reference;
import io.plimsoll.testing.TestWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlaExampleIngestionTest {

    @TempDir
    Path root;

    /** Lines of the files without headers: {@code zcat part-*.csv.gz | wc -l} less 3, and so on. */
    @Test
    void everyRowOfTheExampleWorkspaceIsAccepted() throws IOException {
        Files.createSymbolicLink(root.resolve("landing"), Reference.path("sla-example/workspace/landing"));
        TestWorkspace workspace = new TestWorkspace(root)
                .with(source("counts", "sli_measurement", "csv", "landing/counts/*.csv.gz")
                        .option("header", "true"))
                .with(source("values", "sli_measurement", "jsonl", "landing/values/*.jsonl")
                        .map("sli_id", "name")
                        .map("measured_at", "timestamp_seconds(t)")
                        .map("value", "v"))
                .with(source("states", "state_change", "csv", "landing/states/*.csv"))
                .with(source("maintenance", "maintenance_window", "csv", "landing/maintenance/*.csv"));

        IngestionReport report = workspace.ingest();

        assertThat(report.sources())
                .extracting(SourceReport::rowsAccepted)
                .containsExactly(107_197L, 63_916L, 44L, 154L);
        assertThat(report.sources()).extracting(SourceReport::rowsRejected).containsOnly(0L);
        assertThat(workspace.bronze("sli_measurement").count()).isEqualTo(171_113L);
    }
}
