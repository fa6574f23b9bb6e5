package io.plimsoll.bronze;

import static io.plimsoll.testing.SourceBuilder.source;
import static io.plimsoll.testing.TestWorkspace.gzip;
import static io.plimsoll.testing.TestWorkspace.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.luben.zstd.Zstd;
import io.plimsoll.bronze.IngestionReport.FailedFile;
import io.plimsoll.source.Source;
import io.plimsoll.testing.GuardedFiles;
import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.TestWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
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
    void truncatedZstd() {
        byte[] whole = Zstd.compress((HEADER + "\n" + GOOD_LINE.repeat(100)).getBytes(StandardCharsets.UTF_8));
        workspace.drop("landing/a.csv.zst", Arrays.copyOf(whole, whole.length - 12));

        assertThat(errors())
                .containsExactly("landing/a.csv.zst: the zstd file is truncated: it ends in the middle of its data;"
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
    void unreadableFileAndFolder() {
        workspace.drop("landing/closed.csv", HEADER, GOOD_LINE);
        workspace.drop("landing/closed/b.csv", HEADER, GOOD_LINE);
        readThroughTheGuard();

        assertThat(errors())
                .satisfiesExactly(
                        folder -> assertThat(folder)
                                .endsWith("landing/closed: the folder cannot be listed (Permission denied: closed)"),
                        file -> assertThat(file)
                                .endsWith("landing/closed.csv: the file cannot be opened"
                                        + " (Permission denied: closed.csv)"));
    }

    /** Whoever repairs the permissions changes neither the file's size nor its time. */
    @Test
    void anUnreadableFileIsTriedAgainAndToldOnce() {
        workspace.drop("landing/closed.csv", HEADER, GOOD_LINE);
        readThroughTheGuard();
        workspace.ingest();

        IngestionReport second = workspace.ingest();
        assertThat(second.sources().get(0).failed()).isEmpty();
        assertThat(workspace.ledger().count()).isEqualTo(2);
        assertThat(workspace.lake().version("ops.ingested_file")).isZero();
    }

    private void readThroughTheGuard() {
        workspace
                .withoutSources()
                .with(source("counts", "sli_measurement", "csv", GuardedFiles.uri(root) + "/landing/**/*.csv"));
    }

    /** The file grows between the look at it and the end of Spark's reading; the next ingestion reads all of it. */
    @Test
    void aFileThatGrowsWhileItIsRead() throws IOException {
        Path growing = workspace.drop("landing/a.csv", HEADER, "api,2026-02-01T00:00:00Z,9,10", ",,1,2");
        Source source =
                Source.load(LocalSpark.session(), workspace.settings()).value().get(0);
        SourcePlan plan = new Planning(Ledger.read(workspace.lake()), 1).plan(source);
        Files.writeString(growing, "api,2026-02-01T00:01:00Z,9,10\n", StandardOpenOption.APPEND);

        List<FileEntry> entries = new Loading(workspace.lake(), plan, 1).load();

        assertThat(entries)
                .extracting(FileEntry::path, FileEntry::accepted, FileEntry::error)
                .containsExactly(
                        tuple("landing/a.csv", 0L, "it changed while it was read; it is read again on the next run"),
                        tuple("landing/whole.csv", 1L, null));
        assertThat(text(workspace.bronze("sli_measurement"), "path")).containsExactly("landing/whole.csv");
        assertThat(workspace.rejected().count()).isZero();
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

    /** Bytes 40 % to 60 % of the way through are zeros: no footer tells, only reading the pages does. */
    @Test
    void parquetWithADamagedPageTakesNoOtherFileWithIt() throws IOException {
        byte[] damaged = parquet("damaged", "snappy");
        Arrays.fill(damaged, damaged.length * 4 / 10, damaged.length * 6 / 10, (byte) 0);

        assertThat(errorBesideAWholeParquetFile(damaged))
                .startsWith("the file is damaged (")
                .endsWith("); deliver it again");
    }

    /** One bit of one value: without the page's checksum it would become a wrong figure. */
    @Test
    void parquetWithOneWrongBitIsNoFigure() throws IOException {
        byte[] damaged = parquet("damaged", "uncompressed");
        damaged[damaged.length / 2] ^= 1;

        assertThat(errorBesideAWholeParquetFile(damaged))
                .isEqualTo("the file is damaged (could not verify page integrity,"
                        + " CRC checksum verification failed); deliver it again");
    }

    /** The text of a rejected row shows every column, mapped or not; so a damaged one shows only then. */
    @Test
    void damageInAColumnThatOnlyRejectedRowsShow() throws IOException {
        byte[] damaged = parquet("damaged", "uncompressed");
        damaged[damaged.length / 2] ^= 1;
        workspace
                .withoutSources()
                .with(source("usage", "sli_measurement", "parquet", "landing/usage/*.parquet")
                        .map("sli_id", "sli_id")
                        .map("measured_at", "measured_at")
                        .map("value", "double('NaN')"));
        workspace.drop("landing/usage/a.parquet", damaged);
        workspace.drop("landing/usage/b.parquet", parquet("whole", "snappy"));

        IngestionReport report = workspace.ingest();

        assertThat(report.sources().get(0).failed())
                .extracting(FailedFile::path)
                .containsExactly("landing/usage/a.parquet");
        assertThat(text(workspace.rejected().groupBy("path").count(), "path", "count"))
                .containsExactly("landing/usage/b.parquet | 5000");
    }

    private String errorBesideAWholeParquetFile(byte[] damaged) throws IOException {
        workspace.withoutSources().with(source("usage", "sli_measurement", "parquet", "landing/usage/*.parquet"));
        workspace.drop("landing/usage/a.parquet", damaged);
        workspace.drop("landing/usage/b.parquet", parquet("whole", "snappy"));

        List<FailedFile> failed = workspace.ingest().sources().get(0).failed();

        assertThat(text(workspace.ledger(), "path", "outcome", "rows_accepted"))
                .containsExactly("landing/usage/a.parquet | rejected | 0", "landing/usage/b.parquet | accepted | 5000");
        assertThat(failed).extracting(FailedFile::path).containsExactly("landing/usage/a.parquet");
        return failed.get(0).error();
    }

    private byte[] parquet(String indicator, String codec) throws IOException {
        Path folder = root.resolve("exports/" + indicator);
        LocalSpark.session()
                .range(5_000)
                .selectExpr(
                        "concat('" + indicator + "-', id % 7) as sli_id",
                        "timestamp_seconds(1769904000 + 60 * id) as measured_at",
                        "rand(7) as value")
                .coalesce(1)
                .write()
                .option("compression", codec)
                .parquet(folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            return Files.readAllBytes(files.filter(file -> file.toString().endsWith(".parquet"))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
