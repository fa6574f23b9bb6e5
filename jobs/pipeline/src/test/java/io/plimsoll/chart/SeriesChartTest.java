package io.plimsoll.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.chart.SeriesChart.Ahead;
import io.plimsoll.chart.SeriesChart.Axis;
import io.plimsoll.chart.SeriesChart.Seen;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Sixty days about 50, then fourteen about 60, within 55 to 65 (80 %) and 45 to 75 (95 %). */
class SeriesChartTest {

    private static final double DAY = 86_400_000;
    private static final double START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

    /** Right of it is the legend, in any font. */
    private static final int PLOT_END = SeriesChart.WIDTH - 150;

    private static final int SEEN = 0x1F3B57;
    private static final int MEAN = 0xC8501E;
    private static final int WITHIN_80 = 0xF0B48C;
    private static final int WITHIN_95 = 0xF9E0CF;
    private static final int LIMIT = 0x8C1C13;

    @Test
    void thePastStandsLeftOfTheForecastAndTheWideBandAroundTheNarrow() throws IOException {
        BufferedImage picture = read(chart("orders", Axis.TIME).png());

        assertThat(picture.getWidth()).isEqualTo(SeriesChart.WIDTH);
        assertThat(picture.getHeight()).isEqualTo(SeriesChart.HEIGHT);
        assertThat(columns(picture, SEEN).max().orElseThrow())
                .isLessThan(columns(picture, MEAN).max().orElseThrow());
        assertThat(rows(picture, WITHIN_95).min().orElseThrow())
                .isLessThan(rows(picture, WITHIN_80).min().orElseThrow());
        assertThat(rows(picture, WITHIN_95).max().orElseThrow())
                .isGreaterThan(rows(picture, WITHIN_80).max().orElseThrow());
    }

    @Test
    void theSameFiguresGiveTheSameBytesAndOthersDoNot() {
        byte[] first = chart("orders", Axis.TIME).png();

        assertThat(chart("orders", Axis.TIME).png()).isEqualTo(first);
        assertThat(chart("returns", Axis.TIME).png()).isNotEqualTo(first);
    }

    @Test
    void aConstantAGapAndASinglePointAreDrawn() throws IOException {
        List<Seen> constant = List.of(new Seen(1, 5), new Seen(2, Double.NaN), new Seen(3, 5));

        assertThat(columns(read(new SeriesChart("constant", "", Axis.STEP, constant, List.of()).png()), SEEN)
                        .count())
                .isPositive();
        assertThat(columns(
                                read(new SeriesChart(
                                                "a step", "", Axis.STEP, constant, List.of(new Ahead(4, 5, 4, 6, 3, 7)))
                                        .png()),
                                WITHIN_95)
                        .count())
                .as("one step ahead opens a fan from the last value")
                .isGreaterThan(100);
        assertThat(read(new SeriesChart("one", "", Axis.STEP, List.of(new Seen(1, 0)), List.of()).png())
                        .getWidth())
                .isEqualTo(SeriesChart.WIDTH);
    }

    @Test
    void aLimitBeyondEveryValueIsInThePicture() throws IOException {
        BufferedImage picture =
                read(chart("use", Axis.TIME).withLimit("usable", 200).png());

        assertThat(rows(picture, LIMIT).max().orElseThrow())
                .as("the limit lies above the widest band")
                .isLessThan(rows(picture, WITHIN_95).min().orElseThrow());
        assertThat(columns(picture, LIMIT).min().orElseThrow())
                .as("and begins with the past")
                .isLessThan(columns(picture, WITHIN_95).min().orElseThrow());
    }

    @Test
    void aSeriesWithoutAValueIsNoPicture() {
        assertThatThrownBy(() -> new SeriesChart("empty", "", Axis.STEP, List.of(new Seen(1, Double.NaN)), List.of()))
                .hasMessage("the chart of empty has no value to draw");
    }

    private static SeriesChart chart(String title, Axis axis) {
        List<Seen> past = IntStream.range(0, 60)
                .mapToObj(day -> new Seen(START + day * DAY, 50 + 4 * Math.sin(day)))
                .toList();
        List<Ahead> ahead = IntStream.range(60, 74)
                .mapToObj(day -> new Ahead(START + day * DAY, 60, 55, 65, 45, 75))
                .toList();
        return new SeriesChart(title, "events", axis, past, ahead);
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static IntStream columns(BufferedImage picture, int colour) {
        return IntStream.range(0, PLOT_END).filter(x -> any(picture.getHeight(), y -> is(picture, x, y, colour)));
    }

    private static IntStream rows(BufferedImage picture, int colour) {
        return IntStream.range(0, picture.getHeight()).filter(y -> any(PLOT_END, x -> is(picture, x, y, colour)));
    }

    private static boolean any(int length, IntPredicate holds) {
        return IntStream.range(0, length).anyMatch(holds);
    }

    private static boolean is(BufferedImage picture, int x, int y, int colour) {
        return (picture.getRGB(x, y) & 0xFFFFFF) == colour;
    }
}
