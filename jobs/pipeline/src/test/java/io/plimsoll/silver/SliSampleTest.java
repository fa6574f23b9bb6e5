package io.plimsoll.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.bronze.BronzeTables;
import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.source.feed.Feeds;
import io.plimsoll.testing.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SliSampleTest {

    private static final TableContract BRONZE =
            BronzeTables.of(Feeds.named("sli_measurement").orElseThrow());
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** Good names the delivery: of each slot's rows, scattered over tasks, one stands. */
    @Test
    void latestDeliveryOfASlotStandsWhereverItLies() {
        Dataset<Row> samples = samples(List.of(
                slot("login", "a", DAY, 1, 1, "f", 1, null),
                slot("login", "a", DAY, 2, 1, "f", 2, null),
                slot("login", "b", DAY, 3, 1, "f", 3, null),
                slot("search", "a", DAY, 4, 2, "f", 9, null),
                slot("search", "a", DAY, 5, 2, "g", 1, null),
                slot("search", "a", DAY, 6, 1, "z", 99, null),
                slot("cart", "a", DAY, 7, 1, "f", 4, "2026-03-03T00:00:00Z"),
                slot("cart", "a", DAY, 8, 2, "f", 5, "2026-03-02T23:00:00Z"),
                slot("cart", "a", DAY, 9, 3, "f", 6, null),
                slot("login", "a", DAY.plusDays(1), 10, 1, "f", 7, null)));

        assertThat(Rows.values(samples, SliSample.SLI_ID, SliSample.TOOL, SliSample.GOOD))
                .containsExactlyInAnyOrder(
                        List.of("login", "a", 2L),
                        List.of("login", "b", 3L),
                        List.of("search", "a", 5L),
                        List.of("cart", "a", 7L),
                        List.of("login", "a", 10L));
    }

    @Test
    void onlyWantedDaysAreBuilt() {
        Parameters wanted = new Parameters(DAY, ZoneOffset.UTC, Optional.of(new TreeSet<>(List.of(DAY.plusDays(1)))));
        Rows rows = new Rows()
                .with(
                        BRONZE,
                        List.of(
                                slot("login", "a", DAY, 1, 1, "f", 1, null),
                                slot("login", "a", DAY.plusDays(1), 2, 1, "f", 2, null)));

        assertThat(Rows.values(new SliSample().build(rows.inputs(), wanted), SliSample.GOOD))
                .containsExactly(List.of(2L));
    }

    private static Dataset<Row> samples(List<Map<String, Object>> rows) {
        Dataset<Row> scattered =
                new Rows().with(BRONZE, rows).inputs().table(BRONZE.name()).repartition(3);
        return new SliSample().build(name -> scattered, new Parameters(DAY, ZoneOffset.UTC, Optional.empty()));
    }

    private static Map<String, Object> slot(
            String sliId,
            String tool,
            LocalDate day,
            long good,
            long batch,
            String path,
            long row,
            @Nullable String updatedAt) {
        Map<String, Object> slot = new HashMap<>(Map.of(
                "sli_id", sliId,
                "tool", tool,
                "day", day,
                "measured_at", day.atTime(10, 0).toInstant(ZoneOffset.UTC),
                "good", good,
                "total", 100L,
                "batch_id", batch,
                "path", path,
                "row_number", row));
        if (updatedAt != null) {
            slot.put("updated_at", Instant.parse(updatedAt));
        }
        return slot;
    }
}
