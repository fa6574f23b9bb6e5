package io.plimsoll.bronze;

import static io.plimsoll.testing.SourceBuilder.source;
import static io.plimsoll.testing.TestWorkspace.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.config.Problem;
import io.plimsoll.source.SettingsProblems;
import io.plimsoll.testing.TestWorkspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plimsoll check} says of sources; in the settings a source stands on line 10, its columns from line 11. */
class SourceReviewTest {

    @TempDir
    Path root;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = new TestWorkspace(root);
    }

    private SourceReview review() {
        return new Ingestion(workspace.lake(), workspace.settings(), Instant.EPOCH, line -> {}).review();
    }

    private List<String> problems() {
        return review().problems().stream().map(Problem::toString).toList();
    }

    @Test
    void everyProblemOfAMappingIsToldAtOnceAndNothingIsWritten() {
        workspace.with(source("counts", "sli_measurement", "csv", "landing/*.csv")
                .map("sli_id", "nam")
                .map("measured_at", "to_timestamp(at")
                .map("good", "array(good)")
                .map("total", "explode(array(1))")
                .map("duration", "60")
                .where("good + 1"));
        workspace.drop("landing/a.csv", "name,at,good", "web,2026-02-01T00:00:00Z,9");
        workspace.drop("landing/b.csv", "name,at,good", "api,2026-02-01T00:00:00Z,9");

        List<String> problems = problems();
        assertThat(problems)
                .satisfiesExactly(
                        where -> assertThat(where)
                                .isEqualTo(
                                        "plimsoll.yaml:10: sources.counts.where: 'good + 1' is BIGINT, not a condition"
                                                + " (in landing/a.csv and 1 more)"),
                        unknown -> assertThat(unknown)
                                .isEqualTo(
                                        "plimsoll.yaml:11: sources.counts.columns.sli_id: 'nam' names the column nam,"
                                                + " which the files do not have; they have name, at, good; did you mean name?"
                                                + " (in landing/a.csv and 1 more)"),
                        grammar -> assertThat(grammar)
                                .startsWith("plimsoll.yaml:12: sources.counts.columns.measured_at: 'to_timestamp(at' is"
                                        + " not a Spark SQL expression: "),
                        type -> assertThat(type)
                                .isEqualTo(
                                        "plimsoll.yaml:13: sources.counts.columns.good: 'array(good)' is ARRAY<STRING>,"
                                                + " which cannot become BIGINT (in landing/a.csv and 1 more)"),
                        rows -> assertThat(rows)
                                .isEqualTo(
                                        "plimsoll.yaml:14: sources.counts.columns.total: 'explode(array(1))' does not"
                                                + " give one value for each row (in landing/a.csv and 1 more)"),
                        name -> assertThat(name)
                                .isEqualTo(
                                        "plimsoll.yaml:15: sources.counts.columns.duration: feed sli_measurement has no"
                                                + " column duration; did you mean duration_s? To keep it as an attribute, write"
                                                + " attributes.duration"));
        assertThat(Files.exists(root.resolve("lake"))).isFalse();
    }

    /** The demo's service desk was mapped so: in summer every incident stood an hour early. */
    @Test
    void aTimeThatWouldBeConvertedTwiceIsAProblem() {
        workspace.with(source("desk", "incident", "csv", "landing/*.csv")
                .map("incident_id", "number")
                .map("opened_at", "to_utc_timestamp(to_timestamp(opened, 'd/M/yyyy HH:mm'), 'Europe/London')")
                .zone("Europe/London"));

        assertThat(problems())
                .containsExactly(
                        "plimsoll.yaml:12: sources.desk.columns.opened_at: 'to_utc_timestamp(to_timestamp(opened,"
                                + " 'd/M/yyyy HH:mm'), 'Europe/London')' converts twice: times without a zone are read in"
                                + " Europe/London already. Leave to_utc_timestamp out, and give the source the zone of its times"
                                + " (zone: Europe/London)");
    }

    @Test
    void aRequiredColumnThatNothingGives() {
        workspace.with(source("counts", "sli_measurement", "csv", "landing/*.csv"));
        workspace.drop("landing/a.csv", "name,measured_at", "web,2026-02-01T00:00:00Z");
        workspace.with(
                source("tickets", "incident", "csv", "landing/none/*.csv").map("incident_id", "number"));

        assertThat(problems())
                .containsExactly(
                        "plimsoll.yaml:10: sources.tickets.columns: feed incident needs the column opened_at (when it was"
                                + " recorded); map it: opened_at: <expression>",
                        "plimsoll.yaml:10: sources.counts.columns: the files have no column sli_id, which feed"
                                + " sli_measurement needs; they have name, measured_at. Map it: columns: {sli_id:"
                                + " <expression>} (in landing/a.csv)");
    }

    @Test
    void brokenFilesAndSourcesWithoutFilesAreNotesNotProblems() {
        byte[] whole = gzip("sli_id,measured_at,value", "web,2026-02-01T00:00:00Z,1");
        workspace
                .with(source("counts", "sli_measurement", "csv", "landing/*.csv.gz"))
                .with(source("later", "sli_measurement", "csv", "landing/later/*.csv"));
        workspace.drop("landing/a.csv.gz", Arrays.copyOf(whole, whole.length - 12));
        workspace.drop("landing/b.csv.gz", whole);

        SourceReview review = review();

        assertThat(review.problems()).isEmpty();
        assertThat(review.notes())
                .containsExactly(
                        "the next run rejects whole: counts: landing/a.csv.gz: the gzip file is truncated: it ends in the"
                                + " middle of its data; deliver it again",
                        "source later has no files yet at landing/later/*.csv");
    }

    /** The newest file stands for those that were read, so a mapping that was spoilt later is found before the next delivery. */
    @Test
    void aMappingSpoiltAfterEverythingWasReadIsFound() {
        workspace.with(source("counts", "sli_measurement", "csv", "landing/*.csv"));
        workspace.drop("landing/a.csv", "sli_id,measured_at,value", "web,2026-02-01T00:00:00Z,1");
        workspace.ingest();
        workspace
                .withoutSources()
                .with(source("counts", "sli_measurement", "csv", "landing/*.csv")
                        .map("sli_id", "sli_id")
                        .map("measured_at", "measured_at")
                        .map("value", "vlue"));

        assertThat(problems())
                .containsExactly("plimsoll.yaml:13: sources.counts.columns.value: 'vlue' names the column vlue, which"
                        + " the files do not have; they have sli_id, measured_at, value; did you mean value?"
                        + " (in landing/a.csv)");
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsAProblemOfItsSource() {
        workspace.with(source("desk", "incident", "jdbc", "")
                .option("url", "jdbc:h2:mem:nobody;IFEXISTS=TRUE")
                .option("dbtable", "TICKET"));

        assertThat(problems())
                .singleElement()
                .asString()
                .startsWith(
                        "plimsoll.yaml:10: sources.desk: the table cannot be read (Database \"mem:nobody\" not found");
        assertThat(workspace.ingest().sources().get(0).failed())
                .singleElement()
                .extracting(IngestionReport.FailedFile::error)
                .asString()
                .startsWith("the table cannot be read (Database \"mem:nobody\" not found");
    }

    @Test
    void aSourceOnAFileSystemThatIsNotThereStopsNoOther() {
        workspace
                .with(source("far", "sli_measurement", "csv", "nosuch://bucket/*.csv"))
                .with(source("counts", "sli_measurement", "csv", "landing/*.csv"));
        workspace.drop("landing/a.csv", "sli_id,measured_at,value", "web,2026-02-01T00:00:00Z,1");

        assertThat(problems())
                .containsExactly("plimsoll.yaml:10: sources.far: the files cannot be listed"
                        + " (No FileSystem for scheme \"nosuch\")");
        assertThat(workspace.ingest().sources())
                .extracting(report -> report.failed().size(), IngestionReport.SourceReport::rowsAccepted)
                .containsExactly(tuple(1, 0L), tuple(0, 1L));
    }

    /** A run refuses what check reports, before it reads a row. */
    @Test
    void aRunWithASpoiltMappingWritesNothing() {
        workspace.with(source("counts", "sli_measurement", "csv", "landing/*.csv")
                .map("sli_id", "nam")
                .map("measured_at", "at")
                .map("value", "value"));
        workspace.drop("landing/a.csv", "name,at,value", "web,2026-02-01T00:00:00Z,1");

        assertThatThrownBy(workspace::ingest)
                .isInstanceOf(SettingsProblems.class)
                .hasMessage(
                        "plimsoll.yaml:11: sources.counts.columns.sli_id: 'nam' names the column nam, which the files"
                                + " do not have; they have name, at, value; did you mean name?");
        assertThat(Files.exists(root.resolve("lake"))).isFalse();
    }
}
