package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bronze.IngestionReport;
import io.plimsoll.bronze.IngestionReport.FailedFile;
import io.plimsoll.bronze.IngestionReport.SourceReport;
import io.plimsoll.run.RunOptions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SummaryTest {

    private static final FailedFile TRUNCATED = new FailedFile("landing/b.csv.gz", "the gzip file is truncated");

    @Test
    void aFileRejectedWholeIsCountedAmongTheFilesDelivered() {
        assertThat(summary(2, 57_576, 0, List.of(TRUNCATED)))
                .contains("rejected whole: robot: landing/b.csv.gz: the gzip file is truncated")
                .contains("source robot rejects more than its max_rejected of 0.01: 1 of 3 files rejected whole"
                        + " (the reasons stand above and in ops.ingested_file)")
                .noneMatch(line -> line.contains("rows rejected ("));
    }

    @Test
    void rowsAndFilesOverTheLimitAreBothNamed() {
        assertThat(summary(1, 100, 2, List.of(TRUNCATED)))
                .contains("source robot rejects more than its max_rejected of 0.01: 1 of 2 files rejected whole"
                        + " (the reasons stand above and in ops.ingested_file); 2 of 100 rows rejected"
                        + " (the reasons stand in bronze.rejected_row)");
    }

    @Test
    void exactlyTheLimitIsInOrder() {
        assertThat(summary(1, 100, 1, List.of())).noneMatch(line -> line.contains("max_rejected"));
    }

    private static List<String> summary(int files, long read, long rejected, List<FailedFile> failed) {
        SourceReport robot =
                new SourceReport("robot", files, read, read - rejected, rejected, 0, failed, new BigDecimal("0.01"));
        RunOptions options = new RunOptions(
                LocalDate.of(2026, 2, 1), ZoneOffset.UTC, Set.of(), Optional.empty(), Optional.empty(), false);
        return Summary.of(options, new IngestionReport(1, List.of(robot)), List.of(), 1)
                .lines()
                .toList();
    }
}
