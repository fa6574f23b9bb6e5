package io.plimsoll.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.run.AllTables;
import io.plimsoll.run.Graph;
import io.plimsoll.run.Outcome;
import io.plimsoll.run.WorkspaceRun;
import io.plimsoll.testing.ProductRun;
import io.plimsoll.testing.Reference;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code datasets/examples/real-exports}: one run of the whole product over real exports, held against the raw files. */
class RealExportsTest {

    private static final Path DEFINITION =
            Path.of(System.getProperty("plimsoll.root", "."), "datasets", "examples", "real-exports");
    private static final LocalDate AS_OF = LocalDate.of(2026, 8, 23);
    private static final Graph GRAPH = AllTables.graph();

    private static ProductRun product;
    private static WorkspaceRun.Result result;
    private static RawExports raw;
    private static Map<String, String> expected;

    @BeforeAll
    static void runTheWorkspace(@TempDir Path workspace) throws IOException {
        Path exports = Objects.requireNonNull(
                Reference.path("README.md").toAbsolutePath().getParent());
        try (Stream<Path> files = Files.walk(DEFINITION)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
                Path copy = workspace.resolve(DEFINITION.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        Files.createSymbolicLink(workspace.resolve("landing"), exports);
        raw = new RawExports(exports);
        expected = raw.figures();
        product = ProductRun.upTo(
                workspace,
                "silver.billing_line",
                "silver.incident",
                "silver.maintenance_window",
                "silver.resource_hour",
                "gold.sla_compliance");
        result = product.run(AS_OF);
    }

    @Test
    void everyFileIsReadAndNoTableIsStopped() {
        assertThat(result.report().exceedsLimit()).isFalse();
        assertThat(result.outcomes()).extracting(Outcome::kind).containsOnly(Outcome.Kind.WRITTEN);
    }

    @Test
    void publishedFiguresAreThoseOfTheRawFiles() {
        assertThat(published()).isEqualTo(expected);
    }

    @Test
    void timeWeightedAvailabilityRoundsToWhatTheStatusPagePublishes() throws IOException {
        assertThat(rounded(figure("honch-ingest: availability")))
                .isEqualTo(raw.publishedUptime("upptime-honch", "honch-ingest").get(0));
        assertThat(rounded(figure("trynoice-website: availability")))
                .isEqualTo(raw.publishedUptime("upptime-trynoice", "website").get(0));
    }

    @Test
    void theStatusPagesYearIsNoLongerThanTheMonitorsLife() throws IOException {
        List<String> uptime = raw.publishedUptime("upptime-honch", "honch-ingest");
        BigDecimal year = BigDecimal.valueOf(365L * 86_400);
        BigDecimal down = new BigDecimal(figure("honch-ingest: seconds down"));

        assertThat(uptime.get(1)).isEqualTo(uptime.get(0)).isEqualTo("99.93%");
        assertThat(RawExports.percent(year.subtract(down), year)).isEqualTo("99.9868 %");
    }

    @Test
    void theReadmeShowsTheseFigures() throws IOException {
        List<String> readme = Files.readAllLines(DEFINITION.resolve("README.md"));

        assertThat(readme.stream().filter(line -> line.startsWith("| ") && line.contains(": ")))
                .containsExactlyInAnyOrderElementsOf(expected.entrySet().stream()
                        .map(figure -> "| " + figure.getKey() + " | " + figure.getValue() + " |")
                        .toList());
    }

    private static Map<String, String> published() {
        Map<String, String> figures = new TreeMap<>();
        for (Row bill : table("silver.billing_line")
                .groupBy("ProviderName", "BillingCurrency")
                .agg(Map.of("BilledCost", "sum"))
                .collectAsList()) {
            figures.put(
                    "bill: billed by " + bill.getString(0) + ", " + bill.getString(1),
                    bill.getDecimal(2).stripTrailingZeros().toPlainString());
        }
        figures.put("bill: lines", one("silver.billing_line", "count(1)"));
        figures.put("tickets: updates", one("bronze.incident", "count_if(source = 'servicenow')"));
        tickets(figures);
        for (Row row : table("gold.sla_compliance").collectAsList()) {
            compliance(row, figures);
        }
        figures.put("status pages: incidents", one("silver.incident", "count_if(source = 'status-pages')"));
        figures.put("status pages: maintenance windows", one("silver.maintenance_window", "count(1)"));
        figures.put("status pages: windows without an end, rejected", one("bronze.rejected_row", "count(1)"));
        machines(figures);
        return figures;
    }

    private static void tickets(Map<String, String> figures) {
        Row row = table("silver.incident")
                .where("source = 'servicenow'")
                .selectExpr(
                        "cast(count(1) as string)",
                        "cast(count_if(attributes['state'] = 'Closed') as string)",
                        "cast(count_if(attributes['made_sla'] = 'FALSE') as string)",
                        "date_format(min(opened_at), \"yyyy-MM-dd'T'HH:mm\")",
                        "date_format(max(opened_at), \"yyyy-MM-dd'T'HH:mm\")")
                .head();
        List<String> names = List.of("incidents", "closed", "SLA missed", "opened from", "opened to");
        for (int i = 0; i < names.size(); i++) {
            figures.put("tickets: " + names.get(i), row.getString(i));
        }
    }

    private static void compliance(Row row, Map<String, String> figures) {
        String agreement = row.getAs("agreement_id");
        BigDecimal good = row.getAs("good");
        BigDecimal total = row.getAs("total");
        if (agreement.equals("petsite")) {
            LocalDate month = row.getAs("period_start");
            String what = row.getAs("objective_id").equals("petsite-fast")
                    ? "slots with p99 of at most 0.5 s"
                    : "requests answered";
            figures.put(
                    "petsite " + month.toString().substring(0, 7) + ": " + what,
                    good.toBigIntegerExact() + " of " + total.toBigIntegerExact());
        } else {
            figures.put(
                    agreement + ": seconds down",
                    total.subtract(good).toBigIntegerExact().toString());
            figures.put(agreement + ": availability", RawExports.percent(good, total));
        }
    }

    private static void machines(Map<String, String> figures) {
        figures.put(
                "machines: virtual machines",
                one("silver.resource_hour", "count(distinct if(metric = 'cpu', resource_id, null))"));
        usage("cpu", "CPU", "MHz", figures);
        usage("memory", "memory", "KB", figures);
    }

    private static void usage(String metric, String word, String unit, Map<String, String> figures) {
        Row row = table("silver.resource_hour")
                .where("metric = '" + metric + "'")
                .selectExpr("sum(samples)", "max(used_max)")
                .head();
        figures.put("machines: " + word + " samples", String.valueOf(row.getLong(0)));
        figures.put("machines: greatest " + word + " use in " + unit, String.valueOf(row.getDouble(1)));
    }

    private static String figure(String name) {
        return published().getOrDefault(name, "none");
    }

    private static String one(String table, String expression) {
        return String.valueOf(table(table).selectExpr(expression).head().get(0));
    }

    private static Dataset<Row> table(String name) {
        return product.lake().read(GRAPH.contract(name));
    }

    private static String rounded(String percent) {
        return new BigDecimal(percent.replace(" %", "")).setScale(2, RoundingMode.HALF_UP) + "%";
    }
}
