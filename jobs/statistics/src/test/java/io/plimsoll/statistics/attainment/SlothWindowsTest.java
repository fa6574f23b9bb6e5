package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The alert windows that Sloth ships, {@code reference/slo/sloth/internal/alert/windows}: page and ticket, quick and slow. */
class SlothWindowsTest {

    /** Thresholds by hand: percent of the budget x the objective's window / the long window. */
    @ParameterizedTest
    @CsvSource({"google-30d.yaml, 30, 14.4, 6, 3, 1", "google-28d.yaml, 28, 13.44, 5.6, 2.8, 0.9333333333333333"})
    void standardConditionsAreThose(
            String file, long days, double pageQuick, double pageSlow, double ticketQuick, double ticketSlow)
            throws IOException {
        Path windows = ReferenceFolder.path("slo/sloth/internal/alert/windows/" + file);
        List<BurnAlert> shipped = new ArrayList<>();
        List<Long> shortWindows = new ArrayList<>();
        BigDecimal percent = BigDecimal.ZERO;
        for (String line : Files.readAllLines(windows)) {
            String value = line.substring(line.indexOf(':') + 1).strip();
            switch (line.strip().split(":", 2)[0]) {
                case "errorBudgetPercent" -> percent = new BigDecimal(value);
                case "shortWindow" -> shortWindows.add(seconds(value));
                case "longWindow" -> shipped.add(new BurnAlert(percent.movePointLeft(2), seconds(value)));
                default -> {}
            }
        }

        assertThat(shipped)
                .usingRecursiveFieldByFieldElementComparator()
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .isEqualTo(BurnAlert.STANDARD);
        assertThat(shortWindows)
                .isEqualTo(
                        BurnAlert.STANDARD.stream().map(BurnAlert::shortSeconds).toList());
        assertThat(shipped)
                .extracting(alert ->
                        alert.threshold(Duration.ofDays(days).toSeconds()).doubleValue())
                .containsExactly(pageQuick, pageSlow, ticketQuick, ticketSlow);
    }

    private static long seconds(String text) {
        String iso = text.toUpperCase(Locale.ROOT);
        return Duration.parse(iso.endsWith("D") ? "P" + iso : "PT" + iso).toSeconds();
    }
}
