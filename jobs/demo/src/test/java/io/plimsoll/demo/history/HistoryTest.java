package io.plimsoll.demo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private final History history =
            new History(LocalDate.of(2026, 3, 23), LocalDate.of(2026, 6, 30), ZoneId.of("Europe/London"));

    @Test
    void endsWhereTheDayAfterTheLastBegins() {
        assertThat(history.to()).isEqualTo(Instant.parse("2026-06-30T23:00:00Z"));
    }

    @Test
    void theWeekOfTheClockChangeIsAnHourShort() {
        assertThat(history.weeks().get(0).seconds()).isEqualTo(7 * 86_400 - 3_600);
    }

    @Test
    void weeksCoverThePastWithoutGaps() {
        assertThat(history.weeks().stream().mapToLong(Span::seconds).sum())
                .isEqualTo(history.span().seconds());
    }

    @Test
    void contractsBindFromTheFirstFullMonth() {
        assertThat(history.contractStart()).isEqualTo(LocalDate.of(2026, 4, 1));
    }

    @Test
    void aMonthToldInPartIsNoFullMonth() {
        assertThat(history.fullMonths())
                .containsExactly(YearMonth.of(2026, 4), YearMonth.of(2026, 5), YearMonth.of(2026, 6));
    }

    @Test
    void aSpanThatEndsWhereItBeginsIsRefused() {
        Instant noon = Instant.parse("2026-05-01T12:00:00Z");
        assertThatThrownBy(() -> new Span(noon, noon))
                .hasMessage("A span needs from < to, but got 2026-05-01T12:00:00Z and 2026-05-01T12:00:00Z");
    }
}
