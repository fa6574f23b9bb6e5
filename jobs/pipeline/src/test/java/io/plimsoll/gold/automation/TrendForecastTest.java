package io.plimsoll.gold.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.contract.Conform;
import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.ResourceHour;
import io.plimsoll.silver.ServiceCostDay;
import io.plimsoll.silver.SliDay;
import io.plimsoll.silver.SliRecord;
import io.plimsoll.silver.StateInterval;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.statistics.sketch.LogHistogramBuilder;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** 140 days up to 21 May 2026 of series whose rule is known, forecast from that day on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TrendForecastTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 140;
    private static final LocalDate AS_OF = FIRST.plusDays(DAYS);

    private final History history = new History();
    private List<Row> forecasts = List.of();

    @BeforeAll
    void forecastThem() {
        for (int day = 0; day < DAYS; day++) {
            history.counts("login", day, weekly(day) / 50, weekly(day));
            history.counts("quiet", day, 0, 1_000);
            if (day < 3) {
                history.counts("new", day + DAYS - 3, 1, 10);
            }
            if (day < 100) {
                history.cost("shop", day, 40);
            }
            history.cost("portal", day, 100 + day % 7);
            history.usage("disk", day, 40 + 0.25 * day + 0.1 * (day * 7 % 5), 100.0);
            history.usage("queue", day, 10 + day % 7, null);
            history.values("latency", day, 200 + day);
            history.problem("vpn", day, day % 7 == 0 ? 600 : 0);
        }
        forecasts = build(history, AS_OF, ZoneOffset.UTC);
    }

    @Test
    void theWeekGoesOnAsItDid() {
        List<Row> demand = series(forecasts, "demand", "login");

        assertThat(demand).hasSize(TrendForecast.HORIZON_DAYS);
        assertThat(demand.get(0).<Instant>getAs("step_at")).isEqualTo("2026-05-21T00:00:00Z");
        for (int ahead = 0; ahead < TrendForecast.HORIZON_DAYS; ahead++) {
            assertThat((double) weekly(DAYS + ahead))
                    .isBetween(
                            demand.get(ahead).getAs("lo95"), demand.get(ahead).getAs("hi95"));
        }
        assertThat(demand.get(0).<Double>getAs("backtest_mase")).isLessThan(1.0);
    }

    @Test
    void aDiskThatFillsIsForecastAgainstItsCapacity() {
        Row in40Days = series(forecasts, "utilisation", "disk").get(40);

        assertThat(in40Days.<String>getAs("unit")).isEqualTo("ratio");
        assertThat((40 + 0.25 * (DAYS + 40)) / 100).isBetween(in40Days.getAs("lo95"), in40Days.getAs("hi95"));
    }

    @Test
    void whatHasNoCapacityKeepsItsUnit() {
        Row row = series(forecasts, "utilisation", "queue").get(0);

        assertThat(row.<String>getAs("unit")).isEqualTo("jobs");
        assertThat(row.<Double>getAs("mean")).isBetween(9.5, 16.5);
    }

    @Test
    void theBusiestHourIsWhatRunsOut() {
        History peaks = new History();
        for (int day = 0; day < 40; day++) {
            peaks.usage("pool", day, 20, 100.0).usageAt("pool", day, 14, 90, 100.0);
        }

        assertThat(build(peaks, FIRST.plusDays(40), ZoneOffset.UTC).get(0).<Double>getAs("mean"))
                .isEqualTo(0.9);
    }

    @Test
    void aSeriesThatCannotBeForecastSaysWhy() {
        assertThat(series(forecasts, "sli_bad", "new"))
                .hasSize(TrendForecast.HORIZON_DAYS)
                .allSatisfy(row -> {
                    assertThat(row.<String>getAs("status")).isEqualTo("insufficient_data");
                    assertThat(row.<Double>getAs("mean")).isNull();
                    assertThat(row.<Long>getAs("observed_days")).isEqualTo(3L);
                });
        assertThat(series(forecasts, "sli_bad", "quiet")).allSatisfy(row -> {
            assertThat(row.<String>getAs("status")).isEqualTo("constant");
            assertThat(row.<Double>getAs("hi95")).isZero();
        });
    }

    /** Its last charge lies 40 days back, while bills came on every day: that is 0 a day, not a gap. */
    @Test
    void aServiceGoneFromTheBillCostsNothing() {
        Row row = series(forecasts, "cost", "shop").get(0);

        assertThat(row.<String>getAs("unit")).isEqualTo("EUR");
        assertThat(row.<Double>getAs("mean")).isLessThan(1.0);
        assertThat(row.<LocalDate>getAs("level_since")).isEqualTo(FIRST.plusDays(100));
    }

    @Test
    void badTimeOfAStateHistoryIsForecastInSeconds() {
        List<Row> rows = series(forecasts, "sli_bad", "vpn");

        assertThat(rows.get(0).<String>getAs("metric")).isEqualTo("problem_time");
        assertThat(rows.get(0).<Double>getAs("mean")).isCloseTo(600, within(60.0));
        assertThat(rows.get(3).<Double>getAs("mean")).isCloseTo(0, within(60.0));
    }

    /** A hundred values a day, evenly up to 200, 201 and so on: at most 300 in 95 of 100, and at least 10 in 90 of 100, are asked for. */
    @Test
    void valuesAreForecastAtTheQuantileThatTheObjectiveAsksAbout() {
        List<Row> rows = series(forecasts, "sli_value", "latency");

        assertThat(rows.stream().map(row -> row.<String>getAs("metric")).distinct())
                .containsExactly("p10", "p95");
        for (Row row : rows) {
            int day = DAYS + row.<Integer>getAs("steps_ahead") - 1;
            double share = row.getAs("metric").equals("p95") ? 0.95 : 0.1;
            assertThat(share * (200 + day)).isBetween(row.getAs("lo95"), row.getAs("hi95"));
        }
    }

    @Test
    void theOrderOfRowsAndWhatComesAfterTheRunsDateChangeNothing() {
        History later = history.shuffled();
        later.counts("login", DAYS, 9_000, 9_000);
        later.usage("disk", DAYS, 99, 100.0);

        assertThat(build(later, AS_OF, ZoneOffset.UTC)).isEqualTo(forecasts);
    }

    /** Midnight in Tokyo on 2 March is 15:00 UTC on 1 March: that day is not over, so it is forecast and not learnt from. */
    @Test
    void aDayThatIsNotOverIsNotLearntFrom() {
        Row first = series(build(history, LocalDate.of(2026, 3, 2), ZoneId.of("Asia/Tokyo")), "demand", "login")
                .get(0);

        assertThat(first.<Instant>getAs("step_at")).isEqualTo("2026-03-01T00:00:00Z");
        assertThat(first.<LocalDate>getAs("last_day")).isEqualTo("2026-02-28");
    }

    private static long weekly(int day) {
        return 5_000L + 100L * (day * 37 % 11) - (day % 7 >= 5 ? 3_000 : 0);
    }

    private static List<Row> series(List<Row> forecasts, String kind, String id) {
        return forecasts.stream()
                .filter(row -> row.getAs("series_kind").equals(kind)
                        && row.getAs("series_id").equals(id))
                .toList();
    }

    private static List<Row> build(History history, LocalDate asOf, ZoneId zone) {
        TrendForecast table = new TrendForecast();
        return Conform.to(
                        table.contract(),
                        table.build(history.inputs().inputs(), new Parameters(asOf, zone, Optional.empty())))
                .orderBy("series_kind", "series_id", "metric", "step_at")
                .collectAsList();
    }

    /** What the tables hold; days count from the first. */
    private static final class History {

        private final List<Map<String, Object>> counts = new ArrayList<>();
        private final List<Map<String, Object>> costs = new ArrayList<>();
        private final List<Map<String, Object>> usage = new ArrayList<>();
        private final List<Map<String, Object>> states = new ArrayList<>();

        void counts(String sli, int day, long bad, long total) {
            counts.add(Map.of(
                    "sli_id", sli, "tool", "t", "day", FIRST.plusDays(day), "good", total - bad, "total", total));
        }

        void values(String sli, int day, double highest) {
            LogHistogramBuilder histogram = new LogHistogramBuilder();
            for (int percent = 1; percent <= 100; percent++) {
                histogram.add(highest * percent / 100);
            }
            counts.add(Map.of(
                    "sli_id",
                    sli,
                    "tool",
                    "t",
                    "day",
                    FIRST.plusDays(day),
                    "value_min",
                    highest / 100,
                    "value_max",
                    highest,
                    "value_histogram",
                    histogram.encoded()));
        }

        void cost(String service, int day, double cost) {
            costs.add(Map.of(
                    "day",
                    FIRST.plusDays(day),
                    "service_id",
                    service,
                    "currency",
                    "EUR",
                    "effective_cost",
                    BigDecimal.valueOf(cost)));
        }

        History usage(String resource, int day, double used, @Nullable Double capacity) {
            return usageAt(resource, day, 3, used, capacity);
        }

        History usageAt(String resource, int day, int hour, double used, @Nullable Double capacity) {
            Map<String, Object> row = new HashMap<>(Map.of(
                    "resource_id",
                    resource,
                    "metric",
                    "load",
                    "hour_at",
                    FIRST.plusDays(day).atTime(hour, 0).toInstant(ZoneOffset.UTC),
                    "used_mean",
                    used,
                    "unit",
                    "jobs",
                    "day",
                    FIRST.plusDays(day)));
            if (capacity != null) {
                row.put("capacity", capacity);
            }
            usage.add(row);
            return this;
        }

        void problem(String sli, int day, int seconds) {
            Instant start = FIRST.plusDays(day).atStartOfDay().toInstant(ZoneOffset.UTC);
            if (seconds > 0) {
                states.add(state(sli, day, "PROBLEM", start, start.plusSeconds(seconds)));
            }
            states.add(state(sli, day, "OK", start.plusSeconds(seconds), start.plusSeconds(86_400)));
        }

        private static Map<String, Object> state(String sli, int day, String state, Instant from, Instant to) {
            return Map.of(
                    "sli_id",
                    sli,
                    "tool",
                    "t",
                    "state",
                    state,
                    "from_at",
                    from,
                    "to_at",
                    to,
                    "day",
                    FIRST.plusDays(day));
        }

        History shuffled() {
            History other = new History();
            Random random = new Random(5);
            other.counts.addAll(counts);
            other.costs.addAll(costs);
            other.usage.addAll(usage);
            other.states.addAll(states);
            List.of(other.counts, other.costs, other.usage, other.states)
                    .forEach(rows -> Collections.shuffle(rows, random));
            return other;
        }

        private static Map<String, Object> objective(String id, String sli, String op, String target) {
            return Map.of("objective_id", id, "sli_id", sli, "op", op, "target", new BigDecimal(target));
        }

        Rows inputs() {
            List<Map<String, Object>> records = Stream.of("login", "quiet", "new", "vpn", "latency")
                    .map(sli -> Map.<String, Object>of("sli_id", sli, "tool", "t", "is_record", true))
                    .toList();
            return new Rows()
                    .with(
                            ObjectiveTable.CONTRACT,
                            List.of(
                                    objective("fast", "latency", "lte", "0.95"),
                                    objective("faster", "latency", "lt", "0.95"),
                                    objective("busy", "latency", "gte", "0.9"),
                                    Map.of("objective_id", "up", "sli_id", "login", "target", new BigDecimal("0.99"))))
                    .with(new SliDay().contract(), counts)
                    .with(new SliRecord().contract(), records)
                    .with(new StateInterval().contract(), states)
                    .with(new ResourceHour().contract(), usage)
                    .with(new ServiceCostDay().contract(), costs);
        }
    }
}
