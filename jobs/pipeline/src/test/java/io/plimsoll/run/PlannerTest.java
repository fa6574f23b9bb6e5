package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Field;
import io.plimsoll.contract.Recompute;
import io.plimsoll.contract.TableContract;
import io.plimsoll.lake.PartitionChanges;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final Field DAY = Field.required("day", DataTypes.DateType, "day");
    private static final Field PERIOD_START = Field.required("period_start", DataTypes.DateType, "first day");
    private static final TableContract FACT =
            TableContract.of("silver.fact", "One row a day").withFields(DAY).withPartitions(DAY);

    @Test
    void aChangedDayTouchesTheSameDayOfADailyTable() {
        assertThat(touched(Recompute.byDay(), "2026-03-29")).containsExactly(LocalDate.of(2026, 3, 29));
    }

    @Test
    void aWindowWidensWhatAChangedDayTouches() {
        assertThat(touched(new Recompute.ByDay(1, 2), "2026-03-01"))
                .containsExactly(
                        LocalDate.of(2026, 2, 28),
                        LocalDate.of(2026, 3, 1),
                        LocalDate.of(2026, 3, 2),
                        LocalDate.of(2026, 3, 3));
    }

    @Test
    void aDayTouchesTheMonthQuarterAndYearThatItLiesIn() {
        assertThat(touched(Recompute.byPeriod(), "2026-05-17"))
                .containsExactly(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
    }

    /** Where it is still the last of April in New York it is already May in UTC. */
    @Test
    void theFirstDayOfAMonthTouchesTheMonthBeforeToo() {
        assertThat(touched(Recompute.byPeriod(), "2026-05-01"))
                .contains(LocalDate.of(2026, 4, 1), LocalDate.of(2026, 5, 1));
    }

    @Test
    void anInputWithoutPartitionsTouchesEverything() {
        Touched touched = Planner.project(
                new GraphTest.Declared(FACT, List.of("silver.fact"), Recompute.byDay()),
                FACT,
                PartitionChanges.everything());

        assertThat(touched.partitions()).isEmpty();
        assertThat(touched.reason()).isEqualTo("silver.fact changed");
    }

    private static NavigableSet<LocalDate> touched(Recompute recompute, String day) {
        TableContract contract = TableContract.of("gold.figure", "One row a period")
                .withFields(DAY, PERIOD_START)
                .withPartitions(recompute instanceof Recompute.ByPeriod ? PERIOD_START : DAY);
        NavigableSet<LocalDate> days = new TreeSet<>(List.of(LocalDate.parse(day)));
        return Planner.project(
                        new GraphTest.Declared(contract, List.of("silver.fact"), recompute),
                        FACT,
                        new PartitionChanges(Optional.of(days)))
                .partitions()
                .orElseThrow();
    }
}
