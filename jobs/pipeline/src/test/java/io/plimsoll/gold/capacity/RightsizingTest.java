package io.plimsoll.gold.capacity;

import static io.plimsoll.gold.capacity.Fleet.AS_OF;
import static io.plimsoll.gold.capacity.Fleet.PARAMETERS;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.catalogue.ResourceTable;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Resources of 100 units each, in steps of 5 at 2 USD a month where nothing else is said; hours of the 30 days before the run. */
class RightsizingTest {

    private static final int DAYS = 30;

    private static Dataset<Row> sizes;

    @BeforeAll
    static void compute() {
        List<Map<String, Object>> hours = new ArrayList<>();
        add(hours, "idle", "cpu", DAYS, hour -> 10);
        add(hours, "tight", "cpu", DAYS, hour -> 75);
        add(hours, "hot", "cpu", DAYS, hour -> 96);
        add(hours, "rising", "cpu", DAYS, hour -> hour < 500 ? 10 : 40);
        add(hours, "young", "cpu", 13, hour -> 10);
        add(hours, "twin", "cpu", DAYS, hour -> 10);
        add(hours, "twin", "memory", DAYS, hour -> 58);
        Rows given = new Rows()
                .with(new ResourceHour().contract(), hours)
                .with(
                        ResourceTable.CONTRACT,
                        List.of("idle", "tight", "hot", "rising", "young", "twin").stream()
                                .map(RightsizingTest::resource)
                                .toList())
                .with(
                        new BillingLine().contract(),
                        List.of(
                                charge("idle", "2026-04", "Usage", "500", "EUR"),
                                charge("idle", "2026-05", "Usage", "300", "EUR"),
                                charge("idle", "2026-05", "Credit", "-50", "EUR"),
                                charge("idle", "2026-06", "Usage", "10", "EUR"),
                                charge("twin", "2026-05", "Usage", "80", "EUR"),
                                charge("twin", "2026-05", "Usage", "20", "USD")));
        sizes = Rows.held(new Rightsizing().build(given.inputs(), PARAMETERS));
    }

    @Test
    void theSizeIsWhatUseAsksForInWholeSteps() {
        assertThat(TestWorkspace.text(sizes, "resource_id", "metric", "current", "recommended", "action"))
                .containsExactlyInAnyOrder(
                        // 10 at 80 % are 12.5.
                        "idle | cpu | 100.0 | 15.0 | shrink",
                        // 93.75, 120
                        "tight | cpu | 100.0 | 95.0 | keep",
                        "hot | cpu | 100.0 | 120.0 | grow",
                        // 50 fit now, but the sizes of the weeks before did not hold.
                        "rising | cpu | 100.0 | 50.0 | keep",
                        "young | cpu | 100.0 | null | unknown",
                        // 72.5: memory asks for more than cpu.
                        "twin | memory | 100.0 | 75.0 | shrink");
    }

    @Test
    void theSavingIsTheLastWholeBillsElseTheDeclaredPrices() {
        assertThat(TestWorkspace.text(
                        sizes, "resource_id", "monthly_cost", "cost_currency", "cost_basis", "cost_month", "saving"))
                .containsExactlyInAnyOrder(
                        "idle | 300.00 | EUR | billing | 2026-05 | 255.00",
                        "tight | 200.00 | USD | unit_cost | null | 0.00",
                        "hot | 200.00 | USD | unit_cost | null | -40.00",
                        "rising | 200.00 | USD | unit_cost | null | 0.00",
                        "young | 200.00 | USD | unit_cost | null | null",
                        // Euros and dollars do not add up.
                        "twin | null | null | null | 2026-05 | null");
    }

    @Test
    void theRiskIsCountedOnHoursThatCameLater() {
        // Sizes are recommended after 336, 504 and 672 hours, of 720. At 504 four hours of 40 do not move the 99th
        // percentile, so all of
        // the next 168 exceed it; at 672 they do.
        assertThat(TestWorkspace.text(
                        sizes.where("resource_id IN ('idle', 'rising')"),
                        "resource_id",
                        "round(risk * judged_hours)",
                        "judged_hours"))
                .containsExactly("idle | 0.0 | 384", "rising | 172.0 | 384");
    }

    private static void add(
            List<Map<String, Object>> hours, String resource, String metric, int days, IntToDoubleFunction used) {
        Instant start = AS_OF.minusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
        for (int hour = 0; hour < days * 24; hour++) {
            Instant at = start.plusSeconds(hour * 3_600L);
            double value = used.applyAsDouble(hour);
            hours.add(Map.of(
                    "resource_id",
                    resource,
                    "metric",
                    metric,
                    "hour_at",
                    at,
                    "samples",
                    1L,
                    "used_mean",
                    value,
                    "used_max",
                    value,
                    "capacity",
                    100.0,
                    "unit",
                    "core",
                    "day",
                    at.atZone(ZoneOffset.UTC).toLocalDate()));
        }
    }

    private static Map<String, Object> resource(String name) {
        return Fleet.with(
                Fleet.resource(name, "cpu", "core", "N"),
                Map.of("order_step", 5.0, "unit_cost", new BigDecimal("2.000000"), "currency", "USD"));
    }

    private static Map<String, Object> charge(
            String resource, String month, String category, String cost, String currency) {
        return Map.of(
                "resource_id",
                resource,
                "billing_month",
                month,
                "ChargeCategory",
                category,
                "BilledCost",
                new BigDecimal(cost),
                "BillingCurrency",
                currency);
    }
}
