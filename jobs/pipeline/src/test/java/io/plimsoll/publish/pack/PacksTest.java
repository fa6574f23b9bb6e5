package io.plimsoll.publish.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import io.plimsoll.config.PackSection;
import io.plimsoll.config.Problem;
import io.plimsoll.config.Workspace;
import io.plimsoll.config.WorkspaceFiles;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.Lake;
import io.plimsoll.lake.Views;
import io.plimsoll.publish.Folder;
import io.plimsoll.publish.StatementPeriod;
import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TextTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.AnalysisException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pack over three days of one resource that fills up, and its manifest. */
class PacksTest {

    private static final Graph GRAPH = AllTables.graph();
    private static final StatementPeriod QUARTER =
            StatementPeriod.parse("2026-Q2").orElseThrow();
    private static final LocalDate AS_OF = LocalDate.of(2026, 7, 1);
    private static final TableContract USE = GRAPH.contract("silver.resource_hour");
    private static final String SEEN =
            "SELECT resource_id AS series, day, max(used_mean) AS value, 2D AS limit FROM silver.resource_hour GROUP BY ALL ORDER BY ALL";
    private static final PackSection FULLEST = section(
            "The fullest < hour >",
            "SELECT resource_id AS `resource & metric`, max(used_mean) AS used FROM silver.resource_hour"
                    + " WHERE day >= :quarter_start AND day < :quarter_end GROUP BY resource_id ORDER BY resource_id",
            Optional.of(new PackSection.Series("disks", SEEN, Optional.empty(), false, Optional.of("full"), 9)));

    @TempDir
    private Path workspace;

    private Lake lake;
    private Folder folder;

    @BeforeEach
    void publishThreeHours() {
        lake = new Lake(LocalSpark.session(), workspace + "/lake");
        folder = new Folder(workspace + "/published", new Configuration());
        use("""
                resource_id | metric  | hour_at              | samples | used_mean | used_min | used_max | day
                lake        | storage | 2026-04-01 00:00 | 1       | 1         | 1        | 1        | 2026-04-01
                lake        | storage | 2026-04-02 00:00 | 1       | 1.5       | 1.5      | 1.5      | 2026-04-02
                lake        | storage | 2026-07-01 00:00 | 1       | 9         | 9        | 9        | 2026-07-01
                """);
    }

    @Test
    void pageAndDocumentTellTheAnswer() throws Exception {
        assertThat(write(FULLEST)).containsExactly(Map.entry("The fullest < hour >", 1));

        assertThat(page())
                .contains("<h2>1. The fullest &lt; hour &gt;</h2>")
                .contains("<th class=\"text\">resource &amp; metric</th><th class=\"number\">used</th>")
                .contains("<td class=\"text\">lake</td><td class=\"number\">1.5</td>")
                .contains("<img alt=\"lake\" src=\"data:image/png;base64,")
                .doesNotContain("http");
        assertThat(document())
                .contains("Service levels, 2026-Q2")
                .contains("1. The fullest < hour >")
                .contains("lake")
                .contains("1.5")
                .contains("silver.resource_hour version 0")
                .contains("Accepted for the board by, date");
    }

    @Test
    void aSectionWithoutARowSaysSo() throws Exception {
        write(section("Empty", "SELECT resource_id FROM silver.resource_hour WHERE false", Optional.empty()));

        assertThat(page()).contains("<p class=\"none\">None of them.</p>").doesNotContain("<table>");
        assertThat(document()).contains("None of them.");
    }

    @Test
    void whatChangesLaterDoesNotChangeWhatWasAnswered() throws Exception {
        write(FULLEST);
        use("""
                resource_id | metric  | hour_at              | samples | used_mean | used_min | used_max | day
                lake        | storage | 2026-04-03 00:00 | 1       | 1.75      | 1.75     | 1.75     | 2026-04-03
                """);

        assertThat(Packs.verify(folder, views())).isEqualTo(new Packs.Verification(3, Map.of()));
    }

    @Test
    void anAnswerOrAFileThatIsNotTheOneOfTheManifestIsNamed() throws Exception {
        write(FULLEST);
        String manifest = new String(folder.read(Packs.MANIFEST), StandardCharsets.UTF_8);
        folder.write(
                Packs.MANIFEST,
                manifest.replace("max(used_mean)", "min(used_mean)").getBytes(StandardCharsets.UTF_8));
        folder.write(Packs.DOCUMENT, new byte[] {1});

        assertThat(Packs.verify(folder, views()).differences())
                .isEqualTo(Map.of(
                        "The fullest < hour >",
                        "the same question to the same versions has another answer",
                        Packs.DOCUMENT,
                        "is not the file that was made with the manifest"));
    }

    @Test
    void aSeriesOfAnyNumberIsDrawnAndWithoutAFigureItsLimitIsLeftOut() throws Exception {
        String counts =
                "SELECT samples AS series, if(used_mean > 1, CAST(day AS TIMESTAMP), NULL) AS day, samples AS value,"
                        + " CAST(NULL AS INT) AS limit, CAST(NULL AS INT) AS horizon_days FROM silver.resource_hour ORDER BY day";
        write(section(
                "Counts",
                "SELECT 1 AS one",
                Optional.of(
                        new PackSection.Series("samples", counts, Optional.empty(), true, Optional.of("full"), 9))));

        assertThat(page()).contains("<img alt=\"1\"");
    }

    @Test
    void aManifestThatIsNoneIsTold() throws Exception {
        folder.write(Packs.MANIFEST, "{}".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> Packs.verify(folder, views()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no manifest of a pack");
    }

    @Test
    void aManifestThatNamesNoVersionOfATableIsNotConfirmed() throws Exception {
        write(FULLEST);
        String manifest = new String(folder.read(Packs.MANIFEST), StandardCharsets.UTF_8);
        folder.write(
                Packs.MANIFEST,
                manifest.replace("\"silver.resource_hour\" : 0", "").getBytes(StandardCharsets.UTF_8));

        assertThat(Packs.verify(folder, views()).differences())
                .containsEntry(
                        "The fullest < hour >", "the manifest lacks the version of a table that its question names");
    }

    @Test
    void aPackWithOtherAnswersIsNotWrittenOver() throws Exception {
        write(FULLEST);
        String first = page();
        Packs.write("2026-Q2", List.of(FULLEST), queries(), folder, false);
        use("""
                resource_id | metric  | hour_at          | samples | used_mean | used_min | used_max | day
                lake        | storage | 2026-04-03 00:00 | 1       | 1.75      | 1.75     | 1.75     | 2026-04-03
                """);

        assertThatThrownBy(() -> Packs.write("2026-Q2", List.of(FULLEST), queries(), folder, false))
                .hasMessageContaining("there is a pack with other answers")
                .hasMessageContaining("--replace");
        assertThat(page()).isEqualTo(first);
    }

    @Test
    void whatNobodyWouldReadIsNotPrinted() {
        assertThatThrownBy(() -> write(section("Long", "SELECT id FROM range(501)", Optional.empty())))
                .hasMessage("section 'Long' has more than 500 rows; a pack is read by people: add a LIMIT, or sum up");
        assertThat(PackCheck.problems(
                        List.of(
                                section("Wide", "SELECT " + "1,".repeat(20) + "1", Optional.empty()),
                                section("Twice", "SELECT 1 AS a, 2 AS A", Optional.empty())),
                        queries()))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        wide -> assertThat(wide).contains("has 21 columns; a page holds at most 20"),
                        twice -> assertThat(twice).contains("has two columns A"));
    }

    @Test
    void aLetterThatTheDocumentCannotPrintIsABox() throws Exception {
        write(section("Titles \u65e5", "SELECT 'a\u65e5b' AS name", Optional.empty()));

        assertThat(page()).contains("a\u65e5b");
        assertThat(document()).contains("a\u25a1b").contains("1. Titles \u25a1");
    }

    @Test
    void aVersionThatIsGoneIsNamed() throws Exception {
        write(FULLEST);
        String manifest = new String(folder.read(Packs.MANIFEST), StandardCharsets.UTF_8);
        folder.write(
                Packs.MANIFEST,
                manifest.replace("\"silver.resource_hour\" : 0", "\"silver.resource_hour\" : 99")
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(Packs.verify(folder, views()).differences())
                .hasEntrySatisfying(
                        "The fullest < hour >",
                        told -> assertThat(told)
                                .startsWith("cannot be asked again: ")
                                .contains("99"));
    }

    @Test
    void theSameTablesGiveTheSamePage() throws Exception {
        write(FULLEST);
        String first = page();
        write(FULLEST);

        assertThat(page()).isEqualTo(first);
    }

    @Test
    void theDeliveredQuestionsCanBeAskedOfAnEmptyWorkspace() throws Exception {
        List<PackSection> delivered = PackSection.load(WorkspaceFiles.local(new Workspace(workspace.toString())))
                .value();
        Views empty = new Views(new Lake(LocalSpark.session(), workspace + "/nowhere"), GRAPH.contracts());
        PackQueries queries = new PackQueries(empty, QUARTER, AS_OF, ZoneOffset.UTC);

        assertThat(PackCheck.problems(delivered, queries)).isEmpty();
        assertThat(Packs.write("2026-Q2", delivered, queries, folder, false)).hasSameSizeAs(delivered);
    }

    @Test
    void aQuestionThatCannotBeAskedIsAProblemOfItsLine() {
        PackSection.Series withoutLimit = new PackSection.Series(
                "disks",
                "SELECT resource_id AS series, day, used_mean AS value FROM silver.resource_hour",
                Optional.empty(),
                false,
                Optional.of("full"),
                9);

        assertThat(PackCheck.problems(
                        List.of(
                                section("Typing", "SELECT used_men FROM silver.resource_hour", Optional.empty()),
                                section("Writing", "DROP TABLE silver.resource_hour", Optional.empty()),
                                section("Drawing", "SELECT 1", Optional.of(withoutLimit)),
                                bars("Bars", "SELECT resource_id FROM silver.resource_hour")),
                        queries()))
                .extracting(Problem::toString)
                .satisfiesExactly(
                        typing -> assertThat(typing).contains("pack.yaml", "3", "used_men"),
                        writing -> assertThat(writing).contains("only queries are answered"),
                        drawing -> assertThat(drawing)
                                .contains(
                                        "9",
                                        "has no column limit; a picture of series needs series, day, value, limit"),
                        bars -> assertThat(bars).contains("has no number after its first column"));
    }

    @Test
    void aQuarterThatIsNotOverIsSaidToBeToDate() throws Exception {
        Packs.write(
                "2026-Q2",
                List.of(FULLEST),
                new PackQueries(views(), QUARTER, LocalDate.of(2026, 5, 1), ZoneOffset.UTC),
                folder,
                true);

        assertThat(page()).contains("as of 2026-05-01, when the quarter was not over: figures are to date");
    }

    private static PackSection section(String title, String rows, Optional<PackSection.Series> series) {
        return new PackSection(title, "What it is.", "None of them.", rows, Optional.empty(), series, "pack.yaml", 3);
    }

    private static PackSection bars(String title, String rows) {
        return new PackSection(
                title,
                "What it is.",
                "None of them.",
                rows,
                Optional.of(new PackSection.Bars("hours", "h")),
                Optional.empty(),
                "pack.yaml",
                3);
    }

    private Map<String, Integer> write(PackSection section) throws AnalysisException {
        return Packs.write("2026-Q2", List.of(section), queries(), folder, true);
    }

    private PackQueries queries() {
        return new PackQueries(views(), QUARTER, AS_OF, ZoneOffset.UTC);
    }

    private Views views() {
        return new Views(lake, GRAPH.contracts());
    }

    private void use(String rows) {
        lake.append(
                USE, new Rows().with(USE, TextTable.rows(USE, rows)).inputs().table(USE.name()));
    }

    private String page() throws IOException {
        return Files.readString(workspace.resolve("published").resolve(Packs.PAGE));
    }

    private String document() throws IOException {
        PdfReader reader = new PdfReader(folder.read(Packs.DOCUMENT));
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
