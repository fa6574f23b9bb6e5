package io.plimsoll.statistics.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AttainedHoursTest {
    private static final LocalDate APRIL = LocalDate.of(2026, 4, 1);

    @Test
    void aRunOfBadHoursIsOneOutageAsLongAsItsPartOfTheMonth() {
        // April has 720 hours of 10 events: 7,200, so 3 bad are 1,080 seconds of 30 days.
        double[] bad = new double[30 * 24];
        bad[5] = 1;
        bad[6] = 2;
        bad[100] = 7.2;

        OutageHistory history = history(APRIL, bad, LocalDate.of(2026, 5, 1));

        assertThat(history.periods()).isEqualTo(1);
        assertThat(history.outages(0)).isEqualTo(2);
        assertThat(history.durationSeconds(0)).isCloseTo(1_080, within(1e-9));
        assertThat(history.durationSeconds(1)).isCloseTo(2_592, within(1e-9));
    }

    @Test
    void anOutageOverTheTurnOfAMonthIsOneInEach() {
        double[] bad = new double[61 * 24];
        bad[30 * 24 - 1] = 1;
        bad[30 * 24] = 1;

        OutageHistory history = history(APRIL, bad, LocalDate.of(2026, 6, 1));

        assertThat(history.outages(0)).isEqualTo(1);
        assertThat(history.outages(1)).isEqualTo(1);
    }

    @Test
    void onlyWholeMonthsCount() {
        // From 2 April on, to the middle of June: May alone.
        double[] bad = new double[75 * 24];
        Arrays.fill(bad, 1);

        OutageHistory history = history(APRIL.plusDays(1), bad, LocalDate.of(2026, 6, 15));

        assertThat(history.periods()).isEqualTo(1);
        assertThat(history.totalOutages()).isEqualTo(1);
    }

    @Test
    void aMonthThatAskedNothingIsNoEvidence() {
        double[] none = new double[30 * 24];
        Arrays.fill(none, Double.NaN);

        assertThat(AttainedHours.history(hour(APRIL), none, none, LocalDate.of(2026, 5, 1))
                        .periods())
                .isZero();
        assertThatThrownBy(() -> AttainedHours.history(0, none, new double[1], APRIL))
                .hasMessage("720 hours of bad and 1 of total");
    }

    private static OutageHistory history(LocalDate first, double[] bad, LocalDate end) {
        double[] total = new double[bad.length];
        Arrays.fill(total, 10);
        return AttainedHours.history(hour(first), bad, total, end);
    }

    private static long hour(LocalDate day) {
        return day.toEpochDay() * 24;
    }
}
