package io.plimsoll.bronze;

import static io.plimsoll.testing.SourceBuilder.source;
import static io.plimsoll.testing.TestWorkspace.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bronze.IngestionReport.FailedFile;
import io.plimsoll.testing.LocalSpark;
import io.plimsoll.testing.Reference;
import io.plimsoll.testing.TestWorkspace;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BillingIngestionTest {

    private static final String HEADER = "ProviderName,BilledCost,BillingCurrency,BillingPeriodStart,BillingPeriodEnd,"
            + "ChargePeriodStart,ChargePeriodEnd,ChargeCategory,Tags,x_Team";

    @TempDir
    Path root;

    private TestWorkspace workspace;

    @BeforeEach
    void openWorkspace() {
        workspace = new TestWorkspace(root).with(source("cloud-bill", "billing", "focus", "landing/**"));
    }

    private static String line(String provider, String cost, String month) {
        return provider + "," + cost + ",USD,2026-" + month + "-01T00:00:00Z,2026-" + month + "-28T00:00:00Z,2026-"
                + month + "-02T00:00:00Z,2026-" + month + "-03T00:00:00Z,Usage,\"{\"\"app\"\": \"\"web\"\"}\",blue";
    }

    /** The sums were made with Python: {@code sum(Decimal(row["BilledCost"]) for row in csv.DictReader(...))}. */
    @Test
    void theSampleBillAddsUpToTheLastDecimal() throws IOException {
        Files.createDirectories(root.resolve("landing"));
        Files.copy(
                Reference.path("focus-sample-1.0-half/focus_sample_500.csv"),
                root.resolve("landing/focus_sample_500.csv"));

        IngestionReport report = workspace.ingest();

        assertThat(report.sources().get(0).rowsAccepted()).isEqualTo(500);
        assertThat(text(
                        workspace
                                .bronze("billing")
                                .groupBy("ProviderName")
                                .agg(
                                        org.apache
                                                .spark
                                                .sql
                                                .functions
                                                .sum("BilledCost")
                                                .as("billed"),
                                        org.apache
                                                .spark
                                                .sql
                                                .functions
                                                .sum("ListCost")
                                                .as("list")),
                        "ProviderName",
                        "billed",
                        "list"))
                .containsExactly("AWS | 5.988393743200000000 | 6.131072765400000000");
    }

    @Test
    void aFocusRowKeepsItsTagsAndTheProvidersOwnColumns() {
        workspace.drop("landing/a.csv", HEADER, line("AWS", "0.000000000000000001", "01"));

        workspace.ingest();

        assertThat(text(workspace.bronze("billing"), "BilledCost", "Tags['app']", "attributes['x_Team']", "day"))
                .containsExactly("1E-18 | web | blue | 2026-01-02");
    }

    @Test
    void newContentAtTheSamePathReplacesWhatItDelivered() {
        workspace.drop("landing/a.csv", HEADER, line("AWS", "1", "01"), line("AWS", "2", "01"));
        workspace.drop("landing/b.csv", HEADER, line("AWS", "10", "01"));
        workspace.ingest();
        workspace.drop("landing/a.csv", HEADER, line("AWS", "5", "01"));
        workspace.touch("landing/a.csv", "2026-02-01T00:00:00Z");

        workspace.ingest();

        assertThat(text(workspace.bronze("billing"), "path", "cast(BilledCost as int)"))
                .containsExactly("landing/a.csv | 5", "landing/b.csv | 10");
    }

    @Test
    void theNewestRunOfABillingPeriodStands() {
        workspace
                .withoutSources()
                .with(source("cloud-bill", "billing", "focus", "landing/**").replaceFolder());
        workspace.drop("landing/run-1/a.csv", HEADER, line("AWS", "1", "01"), line("AWS", "2", "02"));
        workspace.drop("landing/run-2/a.csv", HEADER, line("AWS", "3", "02"));
        workspace.touch("landing/run-1/a.csv", "2026-02-01T00:00:00Z");
        workspace.touch("landing/run-2/a.csv", "2026-02-02T00:00:00Z");

        workspace.ingest();

        assertThat(text(workspace.bronze("billing"), "path", "cast(BilledCost as int)"))
                .containsExactly("landing/run-1/a.csv | 1", "landing/run-2/a.csv | 3");
    }

    @Test
    void aProvidersNativeExportIsNotABill() throws IOException {
        Files.createDirectories(root.resolve("landing"));
        Files.copy(
                Reference.path("billing-native-samples/azure-sample-anonymous-ea-export-dataset.csv"),
                root.resolve("landing/azure.csv"));

        IngestionReport report = workspace.ingest();

        assertThat(report.sources().get(0).failed())
                .singleElement()
                .extracting(FailedFile::error)
                .asString()
                .startsWith("the file is not a FOCUS bill: it has no column BilledCost. Its columns are ")
                .endsWith("must be exported as FOCUS, or mapped with format csv or parquet");
    }

    @Test
    void everyColumnOfFocusOneTwoIsKept() throws IOException {
        Files.createDirectories(root.resolve("landing"));
        Files.copy(Reference.path("focus-1.2-one-row/period-subscription.csv"), root.resolve("landing/one.csv"));

        workspace.ingest();

        assertThat(text(
                        workspace.bronze("billing"),
                        "InvoiceId",
                        "SubAccountType",
                        "PricingCurrencyEffectiveCost",
                        "SkuPriceDetails['x_ChargeType']",
                        "Tags['Owner']"))
                .containsExactly(
                        "INV-2026-05-0002 | Linked Account | 160.200000000000000000 | SubscriptionFee | team-data");
        assertThat(new BigDecimal("160.2"))
                .isEqualByComparingTo(
                        workspace.bronze("billing").select("BilledCost").first().getDecimal(0));
    }

    @Test
    void aParquetBillStandsBesideACsvBillWithTheSameTypes() {
        workspace.drop("landing/a.csv", HEADER, line("AWS", "0.1", "01"));
        LocalSpark.session()
                .sql("select 'Oracle' as ProviderName, 0.2bd as BilledCost, 'USD' as BillingCurrency,"
                        + " timestamp'2026-01-01' as BillingPeriodStart, timestamp'2026-02-01' as BillingPeriodEnd,"
                        + " timestamp'2026-01-02' as ChargePeriodStart, timestamp'2026-01-03' as ChargePeriodEnd,"
                        + " 'Usage' as ChargeCategory, map('app', 'web') as Tags, 7 as x_Units")
                .coalesce(1)
                .write()
                .parquet(root + "/landing/oracle");

        workspace.ingest();

        assertThat(text(
                        workspace.bronze("billing"),
                        "ProviderName",
                        "cast(BilledCost as decimal(3,1))",
                        "Tags['app']",
                        "attributes['x_Units']"))
                .containsExactly("AWS | 0.1 | web | null", "Oracle | 0.2 | web | 7");
    }
}
