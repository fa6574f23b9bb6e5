package io.plimsoll.bronze;

import static io.plimsoll.testing.SourceBuilder.source;
import static io.plimsoll.testing.TestWorkspace.gzip;
import static io.plimsoll.testing.TestWorkspace.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.plimsoll.bronze.IngestionReport.FailedFile;
import io.plimsoll.testing.TestWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirtyFilesTest {

    private static final String HEADER = "sli_id,measured_at,good,total";
    private static final String GOOD_LINE = "web,2026-02-01T00:00:00Z,9,10";

    @TempDir
    Path root;

    private TestWorkspace workspace;

    /** A whole file stands beside each broken one: it must be read all the same. */
    @BeforeEach
    void openWorkspaceWithAGoodFile() {
        workspace = new TestWorkspace(root).with(source("counts", "sli_measurement", "csv", "landing/*.csv*"));
        workspace.drop("landing/whole.csv", HEADER, GOOD_LINE);
    }

    private List<String> errors() {
        List<FailedFile> failed = workspace.ingest().sources().get(0).failed();
        assertThat(workspace.bronze("sli_measurement").count()).isEqualTo(1);
        return failed.stream().map(file -> file.path() + ": " + file.error()).toList();
    }

    @Test
    void binaryGarbage() {
        workspace.drop("landing/a.csv", new byte[] {'s', 'l', 'i', 0, 1, 2});

        assertThat(errors())
                .containsExactly("landing/a.csv: the file is not text: byte 4 is NUL;"
                        + " it may be compressed or of another format");
    }

    @Test
    void textInAnotherEncoding() {
        workspace.drop("landing/a.csv", (HEADER + "\ncafé,").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(errors())
                .containsExactly("landing/a.csv: the file is not UTF-8 text: byte 35 does not belong there;"
                        + " deliver UTF-8, or name the source's encoding (options: {encoding: ...})");
    }

    @Test
    void emptyFile() {
        workspace.drop("landing/a.csv", new byte[0]);

        assertThat(errors()).containsExactly("landing/a.csv: the file is empty (0 bytes)");
    }

    @Test
    void aHeaderWithoutRowsIsNoMistakeButNoted() {
        workspace.drop("landing/a.csv", HEADER);

        assertThat(errors()).isEmpty();
        assertThat(text(workspace.ledger(), "path", "outcome", "rows_read", "note"))
                .containsExactly(
                        "landing/a.csv | accepted | 0 | header only, no rows",
                        "landing/whole.csv | accepted | 1 | null");
    }

    @Test
    void truncatedGzip() {
        byte[] whole = gzip(HEADER, GOOD_LINE.repeat(100));
        workspace.drop("landing/a.csv.gz", Arrays.copyOf(whole, whole.length - 12));

        assertThat(errors())
                .containsExactly("landing/a.csv.gz: the gzip file is truncated: it ends in the middle of its data;"
                        + " deliver it again");
    }

    @Test
    void plainTextNamedGzip() {
        workspace.drop("landing/a.csv.gz", HEADER, GOOD_LINE);

        assertThat(errors())
                .containsExactly(
                        "landing/a.csv.gz: the file is not readable as gzip (Not in GZIP format); deliver it again");
    }

    @Test
    void folderWhereAFileIsExpected() throws IOException {
        Files.createDirectories(root.resolve("landing/a.csv"));

        assertThat(errors())
                .containsExactly("landing/a.csv: it is a folder, where a file is expected;"
                        + " name its files in the source's path, such as landing/a.csv/*");
    }

    @Test
    void unreadableFile() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "skipped: root may read everything");
        Path file = workspace.drop("landing/a.csv", HEADER, GOOD_LINE);
        Files.setPosixFilePermissions(file, java.util.Set.of());

        assertThat(errors()).singleElement().asString().startsWith("landing/a.csv: the file cannot be opened (");
    }

    @Test
    void fileWithoutAColumnThatTheFeedNeeds() {
        workspace.drop("landing/a.csv", "sli_id,when,good,total", GOOD_LINE.replace("9,10", "8,10"));
        workspace.ingest();
        workspace.drop("landing/b.csv", "sli_id,when,good,total", GOOD_LINE.replace("9,10", "7,10"));

        assertThat(errors())
                .containsExactly(
                        "landing/b.csv: the files have no column measured_at, which feed sli_measurement needs;"
                                + " they have sli_id, when, good, total. Map it: columns: {measured_at: <expression>}");
    }

    @Test
    void aRejectedFileIsReadAgainWhenItChanges() {
        byte[] whole = gzip(HEADER, "web,2026-02-01T00:01:00Z,9,10");
        workspace.drop("landing/a.csv.gz", Arrays.copyOf(whole, whole.length - 12));
        workspace.ingest();
        workspace.drop("landing/a.csv.gz", whole);

        workspace.ingest();

        assertThat(text(workspace.ledger(), "path", "batch_id", "outcome", "rows_accepted"))
                .containsExactly(
                        "landing/a.csv.gz | 1 | rejected | 0",
                        "landing/a.csv.gz | 2 | accepted | 1",
                        "landing/whole.csv | 1 | accepted | 1");
    }

    @Test
    void notParquetAtAll() {
        workspace.withoutSources().with(source("usage", "sli_measurement", "parquet", "landing/*.csv"));

        assertThat(workspace.ingest().sources().get(0).failed())
                .singleElement()
                .extracting(FailedFile::error)
                .asString()
                .startsWith("the file is not readable as Parquet (");
    }

    @Test
    void brokenJsonNamesItsPlace() {
        workspace
                .withoutSources()
                .with(source("tickets", "incident", "json", "landing/*.json")
                        .map("incident_id", "key")
                        .map("opened_at", "created"));
        workspace.drop("landing/a.json", "[{\"key\": \"A\", \"created\": \"2026-02-01T00:00:00Z\"},", " {\"key\": ");

        assertThat(workspace.ingest().sources().get(0).failed())
                .singleElement()
                .extracting(FailedFile::error)
                .asString()
                .startsWith("the file is not JSON: line 3, column 1: Unexpected end-of-input");
    }
}
