package io.plimsoll.gold.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.contract.Conform;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.SliHour;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.silver.catalogue.ServiceTable;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Two alike days. The freight unit has the legacy service with 9,000 events (4 % bad) and a cloud service with 1,000 (0.5 %); the parcel
 * unit two legacy services with 1,000 (5 %) and two cloud services with 9,000 (1 %).
 */
class ServiceBenchmarkTest {

    private final List<Map<String, Object>> services = new ArrayList<>();
    private final List<Map<String, Object>> objectives = new ArrayList<>();
    private final List<Map<String, Object>> indicators = new ArrayList<>();
    private final List<Map<String, Object>> records = new ArrayList<>();
    private final List<Map<String, Object>> hours = new ArrayList<>();

    ServiceBenchmarkTest() {
        service("f-legacy", "freight", "legacy", 360, 9_000);
        service("f-cloud", "freight", "cloud", 5, 1_000);
        service("p-legacy-1", "parcel", "legacy", 50, 1_000);
        service("p-legacy-2", "parcel", "legacy", 50, 1_000);
        service("p-cloud-1", "parcel", "cloud", 90, 9_000);
        service("p-cloud-2", "parcel", "cloud", 90, 9_000);
    }

    @Test
    void theUnitWithTheLegacyServicesIsWorseInTotalAndBetterThanItsPeers() {
        Map<String, Row> rows = benchmark();
        Row freight = Rows.row(rows, "freight");

        assertThat(rows).hasSize(6 + 2);
        assertThat(freight.<Long>getAs("events")).isEqualTo(20_000);
        assertThat(freight.<Double>getAs("observed_ratio")).isCloseTo(0.0365, within(1e-12));
        assertThat(freight.<Double>getAs("everyone_ratio")).isCloseTo(0.014, within(1e-12));
        assertThat(freight.<Double>getAs("mix_effect")).isCloseTo(0.032, within(1e-12));
        assertThat(freight.<Double>getAs("rate_effect")).isCloseTo(-0.0095, within(1e-12));
        assertThat(freight.<Boolean>getAs("is_reversed")).isTrue();
        assertThat(freight.<String>getAs("verdict")).isEqualTo("BETTER");
        assertThat(Rows.row(rows, "p-cloud-1").<String>getAs("peer_group"))
                .isEqualTo("high, cloud, under a million a day");
        assertThat(Rows.row(rows, "parcel").<String>getAs("verdict"))
                .as("one other in each group is too few")
                .isEqualTo("NO_PEERS");
    }

    @Test
    void theOrderOfTheRecordsChangesNothing() {
        Map<String, Row> before = benchmark();
        List.of(services, hours, indicators).forEach(Collections::reverse);

        assertThat(benchmark()).isEqualTo(before);
    }

    /** As many events and bad ones on each of two days; a synthetic check beside them, and a tool that is not the record. */
    private void service(String id, String unit, String environment, long bad, long events) {
        services.add(Map.of(
                "service_id",
                id,
                "business_unit",
                unit,
                "criticality",
                "high",
                "environment",
                environment,
                "depends_on",
                List.of()));
        indicator(id, id, false);
        indicator(id + "-robot", id, true);
        for (int day = 1; day <= 2; day++) {
            hour(id, "t", day, bad, events);
            hour(id, "other", day, events, events);
            hour(id + "-robot", "t", day, 12, 12);
        }
    }

    private void indicator(String sli, String service, boolean synthetic) {
        indicators.add(
                Map.of("sli_id", sli, "measure", "counts", "resolution_seconds", 60L, "is_synthetic", synthetic));
        records.add(Map.of("sli_id", sli, "tool", "t", "is_record", true));
        objectives.add(
                Map.of("objective_id", sli, "service_id", service, "sli_id", sli, "target", new BigDecimal("0.99")));
    }

    private void hour(String sli, String tool, int day, long bad, long events) {
        Instant at = Instant.parse("2026-06-01T10:00:00Z").plus(day, ChronoUnit.DAYS);
        hours.add(Map.of(
                "sli_id",
                sli,
                "tool",
                tool,
                "hour_at",
                at,
                "good",
                events - bad,
                "total",
                events,
                "day",
                LocalDate.ofInstant(at, ZoneOffset.UTC)));
    }

    private Map<String, Row> benchmark() {
        Rows tables = new Rows()
                .with(ServiceTable.CONTRACT, services)
                .with(ObjectiveTable.CONTRACT, objectives)
                .with(IndicatorTable.CONTRACT, indicators)
                .with(new SliRecord().contract(), records)
                .with(new SliHour().contract(), hours);
        ServiceBenchmark table = new ServiceBenchmark();
        Parameters parameters = new Parameters(LocalDate.of(2026, 7, 1), ZoneOffset.UTC, Optional.empty());
        Map<String, Row> rows = new HashMap<>();
        Conform.to(table.contract(), table.build(tables.inputs(), parameters))
                .collectAsList()
                .forEach(row -> rows.put(row.getAs("subject_id"), row));
        return rows;
    }
}
