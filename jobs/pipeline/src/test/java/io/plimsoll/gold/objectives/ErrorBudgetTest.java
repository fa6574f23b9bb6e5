package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import io.plimsoll.run.AllTables;
import io.plimsoll.silver.catalogue.ObjectiveTable;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** One objective of slice ratios on its first day. */
class ErrorBudgetTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    @Test
    void sumsKeepTheNineDecimalsOfTheHours() {
        Row row = budget("day", 7, List.of(hour(0, "0.333333333", "1"), hour(23, "0.333333333", "1")));

        assertThat(row.<BigDecimal>getAs("good")).isEqualByComparingTo("0.666666666");
        assertThat(row.<BigDecimal>getAs("bad")).isEqualByComparingTo("1.333333334");
        assertThat(row.<Double>getAs("burn_1h")).isEqualTo(0.666666667 / 0.5);
    }

    /** The hour from 23:00 has its good event at 23:25 and bad ones at 23:30 and 23:40. */
    @Test
    void aWindowOfHalfAnHourCountsTheMinutesThatBeginInIt() {
        Map<String, Object> last = new HashMap<>(hour(23, "1", "3"));
        last.put("minutes", List.of(five(25, "1", "1"), five(30, "0", "1"), five(40, "0", "1")));

        Row row = budget("minute", 30, List.of(last));

        assertThat(row.<Instant>getAs("window_start")).isEqualTo(Instant.parse("2026-01-01T23:30:00Z"));
        assertThat(row.<BigDecimal>getAs("total")).isEqualByComparingTo("2");
        assertThat(row.<BigDecimal>getAs("bad")).isEqualByComparingTo("2");
    }

    private static Row five(int minute, String good, String total) {
        return RowFactory.create(minute, new BigDecimal(good), new BigDecimal(total));
    }

    private static Row budget(String unit, int count, List<Map<String, Object>> hours) {
        Map<String, Object> objective = new HashMap<>();
        objective.put("objective_id", "o");
        objective.put("target", new BigDecimal("0.5"));
        objective.put("window_kind", "rolling");
        objective.put("window_unit", unit);
        objective.put("window_count", count);
        Rows inputs = new Rows();
        // Nothing else that a budget reads, such as policies, has rows.
        new ErrorBudget().inputs().forEach(name -> inputs.with(AllTables.graph().contract(name), List.of()));
        inputs.with(ObjectiveTable.CONTRACT, objective).with(new ObjectiveHour().contract(), hours);
        List<Row> rows = new ErrorBudget()
                .build(inputs.inputs(), new Parameters(DAY.plusDays(1), ZoneOffset.UTC, Optional.empty()))
                .collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private static Map<String, Object> hour(int hour, String good, String total) {
        return Map.of(
                "objective_id",
                "o",
                "zone",
                "UTC",
                "hour_at",
                Instant.parse("2026-01-01T00:00:00Z").plusSeconds(hour * 3600L),
                "good",
                new BigDecimal(good),
                "total",
                new BigDecimal(total),
                "day",
                DAY);
    }
}
