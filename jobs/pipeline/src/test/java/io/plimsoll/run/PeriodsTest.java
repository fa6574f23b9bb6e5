package io.plimsoll.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.contract.Recompute;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 10);

    @Test
    void aDayIsComputedFromTheDaysThatTouchIt() {
        NavigableSet<LocalDate> read = Periods.daysRead(new Recompute.ByDay(1, 2), new TreeSet<>(List.of(DAY)))
                .orElseThrow();

        assertThat(read).containsExactly(DAY.minusDays(2), DAY.minusDays(1), DAY, DAY.plusDays(1));
        assertThat(read)
                .allSatisfy(day -> assertThat(Periods.widen(new TreeSet<>(List.of(day)), 1, 2))
                        .contains(DAY));
    }

    @Test
    void aPeriodMayBeAYearAndBeginADayEarlierInUtc() {
        NavigableSet<LocalDate> read = Periods.daysRead(
                        Recompute.byPeriod(), new TreeSet<>(List.of(LocalDate.of(2026, 1, 1))))
                .orElseThrow();

        assertThat(read.first()).isEqualTo(LocalDate.of(2025, 12, 31));
        assertThat(read.last()).isEqualTo(LocalDate.of(2027, 1, 1));
    }

    @Test
    void aWholeTableMayReadAnyDay() {
        assertThat(Periods.daysRead(Recompute.whole(), new TreeSet<>(List.of(DAY))))
                .isEmpty();
    }
}
