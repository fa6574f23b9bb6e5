package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.BillingLine;
import io.plimsoll.silver.KeyedFeed;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.testing.Rows;
import io.plimsoll.testing.TestWorkspace;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three services in January 2026, each watched by the tools north and south. Both saw checkout down for an hour, and its vendor
 * reports 100 %. South saw search down for twenty minutes that north did not see and nobody recorded. Both saw ledger down in the same half hour of
 * approved maintenance, and its incident record has the ten minutes that both saw on the 20th.
 */
class UptimeReconciliationTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final long MINUTES = 31 * 24 * 60;
    private static Dataset<Row> months;

    @BeforeAll
    static void reconcile() {
        List<Map<String, Object>> states = new ArrayList<>();
        for (String tool : List.of("north", "south")) {
            states.addAll(history("checkout", tool, 6_000, 6_060));
            states.addAll(history("ledger", tool, 9_000, 9_030, 27_400, 27_410));
        }
        states.addAll(history("search", "north", 3_000, 3_030));
        states.addAll(history("search", "south", 3_000, 3_030, 20_000, 20_020));
        Rows given = new Rows()
                .with(ObjectiveTable.CONTRACT, List.of(objective("checkout"), objective("search"), objective("ledger")))
                .with(
                        IndicatorTable.CONTRACT,
                        List.of(
                                indicator("checkout"),
                                indicator("search"),
                                indicator("ledger"),
                                Map.of("sli_id", "ledger-latency", "measure", "value", "resolution_seconds", 60L)))
                .with(new StateInterval().contract(), states)
                .with(
                        feed("incident"),
                        List.of(
                                incident("i0", "other", -60, -50),
                                incident("i1", "ledger", 27_400, 27_410),
                                incident("i2", "checkout", 6_000, 6_060),
                                incident("i3", "search", 3_000, 3_030),
                                slowness()))
                .with(new BillingLine().contract(), List.of())
                .with(new AgreementScope().contract(), List.of())
                .with(
                        feed("vendor_report"),
                        Map.of(
                                "vendor_id",
                                "v",
                                "sli_id",
                                "checkout-up",
                                "period_start",
                                LocalDate.of(2026, 1, 1),
                                "period_end",
                                LocalDate.of(2026, 2, 1),
                                "reported_availability",
                                BigDecimal.ONE))
                .with(feed("maintenance_window"), maintenance());
        months = Rows.held(new UptimeReconciliation()
                .build(given.inputs(), new Parameters(LocalDate.of(2026, 2, 1), ZoneOffset.UTC, Optional.empty()))
                .where("service_id != 'other'"));
    }

    @Test
    void sourcesThatExceedTheirToleranceAreNamed() {
        // Two histories of a minute's probe with two outages: 1.96 x sqrt(2/6) = 1.13 min. A figure of two decimals of
        // a percent
        // may lie off by 0.00005 x 44,640 = 2.23 min; with one outage of a probe, 0.80 more.
        assertThat(TestWorkspace.text(
                        months,
                        "service_id",
                        "agrees",
                        "round(spread_minutes, 2)",
                        "round(tolerance_minutes, 2)",
                        "lowest_source",
                        "highest_source"))
                .contains(
                        "checkout | false | 60.0 | 3.03 | north | vendor",
                        "search | false | 20.0 | 1.13 | south | north");
    }

    @Test
    void theStretchesSayWhoSawWhat() {
        assertThat(TestWorkspace.text(
                        months.selectExpr("service_id", "explode(disagreeing_intervals) AS i"),
                        "service_id",
                        "i.from_at",
                        "i.to_at",
                        "array_join(i.seen_down_by, ',')",
                        "array_join(i.seen_up_by, ',')"))
                .contains(
                        "search | 2026-01-14T21:20:00Z | 2026-01-14T21:40:00Z | south | incident,north",
                        "checkout | 2026-01-05T04:00:00Z | 2026-01-05T05:00:00Z | incident,north,south | vendor");
    }

    @Test
    void aVendorsFigureIsExplainedByTheOutageThatItLeavesOut() {
        assertThat(TestWorkspace.text(months.where("service_id = 'checkout'"), "explanation"))
                .containsExactly("vendor equals what north saw without its outage from 2026-01-05T04:00:00Z to "
                        + "2026-01-05T05:00:00Z: it leaves that one out");
    }

    @Test
    void maintenanceIsComparedApart() {
        assertThat(TestWorkspace.text(
                        months.where("service_id = 'ledger'"),
                        "agrees",
                        "round(availability_monitoring['north'], 6)",
                        "round(availability_incident, 6)",
                        "maintenance_minutes",
                        "maintenance_outage_minutes['south']"))
                .containsExactly("true | 0.999776 | 0.999776 | 30.0 | 30.0");
    }

    private static Map<String, Object> objective(String service) {
        return Map.of("objective_id", service, "service_id", service, "sli_id", service + "-up");
    }

    private static Map<String, Object> indicator(String service) {
        return Map.of("sli_id", service + "-up", "measure", "state", "resolution_seconds", 60L);
    }

    /** A month of OK with outages from one minute to another. */
    private static List<Map<String, Object>> history(String service, String tool, long... outages) {
        List<Map<String, Object>> states = new ArrayList<>();
        long from = 0;
        for (int i = 0; i < outages.length; i += 2) {
            states.add(state(service, tool, "OK", from, outages[i]));
            states.add(state(service, tool, "PROBLEM", outages[i], outages[i + 1]));
            from = outages[i + 1];
        }
        states.add(state(service, tool, "OK", from, MINUTES));
        return states;
    }

    private static Map<String, Object> state(String service, String tool, String state, long from, long to) {
        return Map.of(
                "sli_id", service + "-up", "tool", tool, "state", state, "from_at", minute(from), "to_at", minute(to));
    }

    private static Map<String, Object> incident(String id, String service, long from, long to) {
        return Map.of(
                "incident_id",
                id,
                "service_id",
                service,
                "severity",
                1,
                "opened_at",
                minute(from),
                "resolved_at",
                minute(to));
    }

    private static Map<String, Object> slowness() {
        Map<String, Object> slow = new HashMap<>(incident("i4", "ledger", 12_000, 12_120));
        slow.put("component", "ledger-latency");
        return slow;
    }

    private static Map<String, Object> maintenance() {
        return Map.of(
                "window_id",
                "w1",
                "scope",
                "ledger",
                "starts_at",
                minute(9_000),
                "ends_at",
                minute(9_030),
                "approved_at",
                minute(-1_000));
    }

    private static Instant minute(long minute) {
        return START.plusSeconds(minute * 60);
    }

    private static TableContract feed(String name) {
        return KeyedFeed.all().stream()
                .map(table -> table.contract())
                .filter(contract -> contract.name().equals("silver." + name))
                .findFirst()
                .orElseThrow();
    }
}
