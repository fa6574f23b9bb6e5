package io.plimsoll.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Parameters;
import io.plimsoll.contract.TableContract;
import io.plimsoll.silver.catalogue.IndicatorTable;
import io.plimsoll.silver.catalogue.SourceTable;
import io.plimsoll.testing.Rows;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Which tool's figures are the record, on the run's date. */
class SliRecordTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void aToolThatBeginsAfterTheRunsDateIsNotTheRecordYet() {
        Dataset<Row> rows = recordOn(APRIL);

        assertThat(Rows.values(rows.where("sli_id = 'slots'"), SliRecord.TOOL, SliRecord.IS_RECORD))
                .containsExactly(List.of("second", true));
        assertThat(Rows.values(recordOn(APRIL.plusMonths(2)).where("sli_id = 'slots' AND is_record"), SliRecord.TOOL))
                .containsExactly(List.of("first"));
    }

    @Test
    void anEventAfterTheRunsDateSaysNothingOfTheStateBefore() {
        assertThat(Rows.values(recordOn(APRIL).where("sli_id = 'states'"), SliRecord.TOOL))
                .isEmpty();
    }

    private static Dataset<Row> recordOn(LocalDate asOf) {
        TableContract events = KeyedFeed.all().stream()
                .map(table -> table.contract())
                .filter(contract -> contract.name().equals("silver.state_change"))
                .findFirst()
                .orElseThrow();
        Rows silver = new Rows()
                .with(
                        new SliDay().contract(),
                        List.of(day("second", APRIL.minusDays(9)), day("first", APRIL.plusDays(9))))
                .with(
                        events,
                        Map.of(
                                "sli_id",
                                "states",
                                "tool",
                                "first",
                                "changed_at",
                                Instant.parse("2026-04-10T00:00:00Z"),
                                "state",
                                "OK",
                                "previous_state",
                                "PROBLEM"))
                .with(IndicatorTable.CONTRACT, List.of())
                .with(
                        SourceTable.CONTRACT,
                        List.of(Map.of("source", "first", "position", 1), Map.of("source", "second", "position", 2)));
        return new SliRecord().build(silver.inputs(), new Parameters(asOf, ZoneOffset.UTC, Optional.empty()));
    }

    private static Map<String, Object> day(String tool, LocalDate day) {
        return Map.of("sli_id", "slots", "tool", tool, "day", day);
    }
}
