package io.plimsoll.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.testing.LocalSpark;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Every notebook is executed, cell by cell, on a workspace with nothing in it, and on rows of which it must show what they say. */
class NotebooksTest {

    private static final String WORKSPACE = "plimsoll.workspace";
    private static final Pattern READ = Pattern.compile("\\b(?:FROM|JOIN)\\s+([\\w.`]+)");

    @TempDir
    private Path workspace;

    @BeforeEach
    void nameTheWorkspace() throws IOException {
        LocalSpark.session();
        Files.createDirectories(workspace.resolve("lake"));
        Files.writeString(workspace.resolve("plimsoll.yaml"), "sources: []\n");
        System.setProperty(WORKSPACE, workspace.toString());
    }

    @AfterEach
    void forgetTheWorkspace() {
        System.clearProperty(WORKSPACE);
    }

    static List<Notebook> all() throws IOException {
        return Notebook.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void runsOnAWorkspaceWithNothingInIt(Notebook notebook) {
        List<Object> shown = NotebookRun.shown(notebook);

        assertThat(shown).first().isEqualTo("published tables of " + workspace);
        assertThat(frames(shown)).isNotEmpty().allMatch(Table::isEmpty);
        assertThat(pictures(shown)).isEmpty();
    }

    @Test
    void saysWhichPromisesWereBrokenAndWhoseMinutesTheseWere() throws IOException {
        new PublishedRows(workspace)
                .with("gold.sla_compliance", """
                        agreement_id | objective_id | period_start | is_closed | status   | target | attained_net | good | total
                        shop-sla     | shop-slo     | 2026-04-01   | yes       | MET      | 0.99   | 1            | 1000 | 1000
                        shop-sla     | shop-slo     | 2026-05-01   | yes       | BREACHED | 0.99   | 0.98999      | 98999 | 100000
                        mail-sla     | mail-slo     | 2026-05-01   | yes       | NO_DATA  | 0.9    |              | 0    | 0""")
                .with("gold.breach_attribution", """
                        agreement_id | objective_id | period_start | status   | party_kind | party_id | bad | bad_seconds | share_ratio | is_decisive | period_bad
                        shop-sla     | shop-slo     | 2026-05-01   | BREACHED | provider   | web      | 1   | 60          | 0.001       | no          | 1001
                        shop-sla     | shop-slo     | 2026-05-01   | BREACHED | vendor     | nimbus   | 1000 | 5400       | 0.999       | yes         | 1001""")
                .with("gold.error_budget", """
                        objective_id | day        | remaining_ratio | policy_state
                        shop-slo     | 2026-05-30 | 0.2             | HEALTHY
                        shop-slo     | 2026-05-31 | -0.1            | EXHAUSTED
                        mail-slo     | 2026-05-31 |                 | NO_TRAFFIC""");

        List<Object> shown = NotebookRun.shown(notebook("promises.ipynb"));

        assertThat(rows(shown, "month", "met", "breached", "not_judged"))
                .containsExactly("2026-04 | 1 | 0 | 0", "2026-05 | 0 | 1 | 1");
        assertThat(rows(shown, "agreement_id", "period_start", "missing_good"))
                .containsExactly("shop-sla | 2026-05-01 | 1.0");
        assertThat(rows(shown, "party_id", "bad_minutes", "is_decisive"))
                .containsExactly("nimbus | 90.0 | true", "web | 1.0 | false");
        assertThat(rows(shown, "period_bad", "parties")).isEmpty();
        assertThat(rows(shown, "day", "remaining_ratio", "policy_state"))
                .containsExactly("2026-05-31 | -0.1 | EXHAUSTED", "2026-05-31 |  | NO_TRAFFIC");
        assertThat(pictures(shown)).hasSize(3);
    }

    @Test
    void saysWhatRunsOutWhenAndWhatToOrder() throws IOException {
        LocalDate first = LocalDate.of(2026, 5, 20);
        String hours = IntStream.range(0, 12)
                .mapToObj(day -> "disk | storage | %1$s 10:00 | %2$d | 100 | GB | %1$s"
                        .formatted(first.plusDays(day), 50 + 2 * day))
                .collect(Collectors.joining("\n"));
        new PublishedRows(workspace)
                .with("gold.capacity_plan", """
                        resource_id | metric  | as_of      | status         | raw_capacity | usable_capacity | exhausts_p50_on | order_by_on | horizon_days | recommended_capacity | protects_objectives
                        disk        | storage | 2026-05-31 | within_horizon | 100          | 90              | 2026-06-07      | 2026-05-07  | 30           | 100                  | []
                        disk        | storage | 2026-06-01 | within_horizon | 100          | 90              | 2026-06-08      | 2026-05-08  | 30           | 200                  | [shop-slo, mail-slo]
                        cpus        | cpu     | 2026-06-01 | beyond_horizon | 8            | 8               |                 |             | 30           | 8                    | []""")
                .with(
                        "silver.resource_hour",
                        "resource_id | metric | hour_at | used_mean | capacity | unit | day\n" + hours)
                .with("gold.sla_risk", """
                        agreement_id | objective_id | as_of      | status  | p_breach | first_action
                        mail-sla     | mail-slo     | 2026-06-01 | MET     | 0.01     |
                        shop-sla     | shop-slo     | 2026-06-01 | AT_RISK | 0.7      | freeze""")
                .with("gold.rightsizing", """
                        resource_id | metric | as_of      | action | current | recommended | saving | cost_currency
                        cpus        | cpu    | 2026-06-01 | shrink | 8       | 4           | 120    | EUR""");

        List<Object> shown = NotebookRun.shown(notebook("capacity.ipynb"));

        assertThat(rows(shown, "resource_id", "exhausts_p50_on", "usable_ratio"))
                .containsExactly("disk | 2026-06-08 | 0.9");
        assertThat(rows(shown, "order_by_on", "is_overdue", "recommended_capacity", "protects_objectives"))
                .containsExactly("2026-05-08 | true | 200.0 | shop-slo, mail-slo");
        assertThat(rows(shown, "agreement_id", "p_breach", "first_action"))
                .containsExactly("shop-sla | 0.7 | freeze", "mail-sla | 0.01 | ");
        assertThat(rows(shown, "resource_id", "action", "saving")).containsExactly("cpus | shrink | 120.0");
        assertThat(pictures(shown)).hasSize(1);
    }

    @Test
    void showsTheBoardVendorsCandidatesAndMaturity() throws IOException {
        new PublishedRows(workspace)
                .with("gold.vendor_scorecard", """
                        vendor_id | quarter_start | is_closed | as_of      | rank | score | tied_with | measured_availability | reported_availability
                        nimbus    | 2026-01-01    | yes       | 2026-06-01 | 1    | 0.7   | []        |                       |
                        cirrus    | 2026-01-01    | yes       | 2026-06-01 | 1    | 0.8   | [nimbus]  | 0.5                   | 0.75
                        nimbus    | 2026-04-01    | no        | 2026-06-01 | 1    | 0.9   | []        |                       |""")
                .with("gold.retirement_candidate", """
                        agreement_id | as_of      | is_candidate | action | hard_signals | corroborating_signals | saving
                        telex        | 2026-06-01 | yes          | retire | [no_demand]  | [orphaned_owner]      | 90
                        shop-sla     | 2026-06-01 | no           | keep   | []           | []                    |""")
                .with("gold.maturity_score", """
                        scope_kind | scope_id   | area | as_of      | staged_level | continuous_level | blocking_practices
                        enterprise | enterprise | M1   | 2026-06-01 | 2            | 3.5              | [M1.4]
                        team       | web        | M1   | 2026-06-01 | 1            | 1                | []""")
                .with("gold.improvement_initiative", """
                        scope_kind | scope_id   | initiative    | as_of      | rank | practices
                        enterprise | enterprise | M1 to level 3 | 2026-06-01 | 1    | [M1.4]""");

        List<Object> shown = NotebookRun.shown(notebook("board.ipynb"));

        assertThat(rows(shown, "vendor_id", "score", "tied_with"))
                .containsExactly("cirrus | 0.8 | nimbus", "nimbus | 0.7 | ");
        assertThat(rows(shown, "vendor_id", "difference")).containsExactly("cirrus | 0.25");
        assertThat(rows(shown, "agreement_id", "action", "hard_signals")).containsExactly("telex | retire | no_demand");
        assertThat(rows(shown, "area", "staged_level", "blocking_practices")).containsExactly("M1 | 2 | M1.4");
        assertThat(rows(shown, "initiative", "practices")).containsExactly("M1 to level 3 | M1.4");
        assertThat(pictures(shown)).hasSize(2);
    }

    @Test
    void drawsSeriesWithTheirForecasts() throws IOException {
        new PublishedRows(workspace)
                .with("gold.trend_forecast", """
                        series_kind | series_id | metric         | unit   | as_of      | step_at    | steps_ahead | mean | lo80 | hi80 | lo95 | hi95 | status            | backtest_mase
                        demand      | shop      | events         | events | 2026-06-01 | 2026-06-01 | 1           | 50   | 45   | 55   | 40   | 60   | forecast          | 0.5
                        demand      | shop      | events         | events | 2026-06-01 | 2026-06-02 | 2           | 50   | 45   | 55   | 40   | 60   | forecast          | 0.5
                        cost        | shop      | effective_cost | EUR    | 2026-06-01 | 2026-06-01 | 1           | 9    | 8    | 10   | 7    | 11   | forecast          | 0.9
                        cost        | mail      | effective_cost | EUR    | 2026-06-01 | 2026-06-01 | 1           |      |      |      |      |      | insufficient_data |""")
                .with("silver.sli_record", """
                        sli_id | tool | is_record
                        shop   | prom | yes
                        shop   | ping | no""")
                .with("silver.sli_day", """
                        sli_id | tool | day        | total | good
                        shop   | prom | 2026-05-30 | 48    | 48
                        shop   | ping | 2026-05-30 | 1     | 1
                        shop   | prom | 2026-05-31 | 52    | 50""")
                .with("silver.service_cost_day", """
                        service_id | currency | day        | effective_cost
                        shop       | EUR      | 2026-05-31 | 9""");

        List<Object> shown = NotebookRun.shown(notebook("forecasts.ipynb"));

        assertThat(rows(shown, "series_kind", "status", "series", "mase"))
                .containsExactly(
                        "cost | forecast | 1 | 0.9", "cost | insufficient_data | 1 | ", "demand | forecast | 1 | 0.5");
        assertThat(pictures(shown)).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("all")
    void readsPublishedTablesAlone(Notebook notebook) {
        for (String source : notebook.sources()) {
            Matcher read = READ.matcher(source);
            while (read.find()) {
                String table = read.group(1);
                assertThat(table.matches("(silver|gold|ops)\\.\\w+") || source.contains(table + " AS ("))
                        .as("%s reads %s", notebook.name(), table)
                        .isTrue();
            }
            assertThat(source.replace("io.plimsoll.cli.Published", ""))
                    .doesNotContain("bronze.", "delta.", "org.apache", "io.plimsoll.cli", "io.plimsoll.lake");
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void isKeptWithoutWhatARunLeavesBehind(Notebook notebook) {
        assertThat(notebook.document().get("nbformat").asInt()).isEqualTo(4);
        assertThat(notebook.document().at("/metadata/kernelspec/name").asText()).isEqualTo("plimsoll");
        for (JsonNode cell : notebook.document().get("cells")) {
            if (cell.get("cell_type").asText().equals("code")) {
                assertThat(cell.get("outputs")).isEmpty();
                assertThat(cell.get("execution_count").isNull()).isTrue();
            }
        }
    }

    @Test
    void aCellThatFailsIsNamed() throws IOException {
        assertThatThrownBy(() -> NotebookRun.shown(oneCell("throw new IllegalStateException(\"no such day\");")))
                .isInstanceOf(AssertionError.class)
                .hasMessage("made.ipynb, cell 1: java.lang.IllegalStateException: no such day");
        assertThatThrownBy(() -> NotebookRun.shown(oneCell("int x = nothing;")))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("made.ipynb, cell 1: int x = nothing;: [cannot find symbol");
    }

    private static Notebook oneCell(String source) throws IOException {
        ObjectMapper json = new ObjectMapper();
        JsonNode document = json.createObjectNode()
                .set(
                        "cells",
                        json.createArrayNode()
                                .add(json.createObjectNode()
                                        .put("cell_type", "code")
                                        .set("source", json.createArrayNode().add(source))));
        return new Notebook("made.ipynb", document);
    }

    private static Notebook notebook(String name) throws IOException {
        return Notebook.all().stream()
                .filter(notebook -> notebook.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Some columns of the first frame shown that has them. */
    private static List<String> rows(List<Object> shown, String... columns) {
        Table frame = frames(shown).stream()
                .filter(each -> each.columnNames().containsAll(List.of(columns)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no frame was shown with " + List.of(columns)));
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            int at = row;
            rows.add(List.of(columns).stream()
                    .map(column -> frame.column(column).getUnformattedString(at))
                    .collect(Collectors.joining(" | ")));
        }
        return rows;
    }

    private static List<Table> frames(List<Object> shown) {
        return shown.stream()
                .filter(Table.class::isInstance)
                .map(Table.class::cast)
                .toList();
    }

    private static List<BufferedImage> pictures(List<Object> shown) {
        return shown.stream()
                .filter(BufferedImage.class::isInstance)
                .map(BufferedImage.class::cast)
                .toList();
    }
}
