package io.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two months: 8 met and 4 breached, then 6 met. */
class BarChartTest {

    private static final int FIRST_PART = 0x1F3B57;
    private static final int SECOND_PART = 0xC8501E;

    /** Right of it is the legend, in any font. */
    private static final int PLOT_END = 960 - 200;

    @Test
    void theSecondPartStandsOnTheFirst() {
        BufferedImage picture = chart(List.of(8.0, 6.0), List.of(4.0, 0.0)).image();

        assertThat(lowest(picture, SECOND_PART)).isLessThanOrEqualTo(highest(picture, FIRST_PART) + 1);
    }

    @Test
    void heightsAreInProportion() {
        BufferedImage picture = chart(List.of(8.0, 6.0), List.of(4.0, 0.0)).image();
        int met = lowest(picture, FIRST_PART) - highest(picture, FIRST_PART) + 1;
        int breached = lowest(picture, SECOND_PART) - highest(picture, SECOND_PART) + 1;

        assertThat((double) met / breached).isBetween(1.9, 2.1);
    }

    @Test
    void aBarWithoutAFigureAndAChartWithoutABarAreErrors() {
        assertThatThrownBy(() -> chart(List.of(8.0, 6.0), List.of(4.0)))
                .hasMessage("the chart of months has 2 bars and 1 figures of breached");
        assertThatThrownBy(() -> new BarChart("months", "", List.of(), Map.of("met", List.of())))
                .hasMessage("the chart of months has no bar to draw");
    }

    private static BarChart chart(List<Double> met, List<Double> breached) {
        Map<String, List<Double>> parts = new LinkedHashMap<>();
        parts.put("met", met);
        parts.put("breached", breached);
        return new BarChart("months", "promises", List.of("2026-01", "2026-02"), parts);
    }

    private static int highest(BufferedImage picture, int colour) {
        return rows(picture, colour).min().orElseThrow();
    }

    private static int lowest(BufferedImage picture, int colour) {
        return rows(picture, colour).max().orElseThrow();
    }

    private static IntStream rows(BufferedImage picture, int colour) {
        return IntStream.range(0, picture.getHeight())
                .filter(y -> IntStream.range(0, PLOT_END).anyMatch(x -> (picture.getRGB(x, y) & 0xFFFFFF) == colour));
    }
}
