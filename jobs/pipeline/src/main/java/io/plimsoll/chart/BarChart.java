package io.plimsoll.chart;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.CategorySeries;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler.LegendPosition;

/**
 * Things beside each other, each a bar; of several parts the bar is their stack.
 *
 * @param title of the picture
 * @param unit of the figures, beside the axis; empty for none
 * @param things names under the bars, in order; at least one
 * @param parts name of a part to its figure for each thing, in the order of the legend
 */
public record BarChart(String title, String unit, List<String> things, Map<String, List<Double>> parts) {

    private static final int WIDTH = 960;
    private static final int HEIGHT = 420;

    /** Names that are longer together than this do not fit side by side. */
    private static final int LETTERS_SIDE_BY_SIDE = 100;

    /** Of the room that a bar has: few bars are not to fill the picture. */
    private static final double WIDEST = 0.8;

    private static final double WIDTH_OF_ONE = 0.12;

    private static final List<Color> COLOURS = List.of(
            new Color(0x1F3B57),
            new Color(0xC8501E),
            new Color(0x7A9E7E),
            new Color(0xD9A441),
            new Color(0x6F5B8B),
            new Color(0x8C8C8C));

    /**
     * Copies what is drawn.
     *
     * @throws IllegalArgumentException when there is nothing to draw, or a part has not one figure for each thing
     */
    public BarChart {
        things = List.copyOf(things);
        if (things.isEmpty() || parts.isEmpty()) {
            throw new IllegalArgumentException("the chart of " + title + " has no bar to draw");
        }
        Map<String, List<Double>> copied = new LinkedHashMap<>();
        for (Map.Entry<String, List<Double>> part : parts.entrySet()) {
            if (part.getValue().size() != things.size()) {
                throw new IllegalArgumentException("the chart of %s has %d bars and %d figures of %s"
                        .formatted(title, things.size(), part.getValue().size(), part.getKey()));
            }
            copied.put(part.getKey(), List.copyOf(part.getValue()));
        }
        parts = copied;
    }

    /** The picture for a screen, 960 by 420 pixels. */
    public BufferedImage image() {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        style(chart.getStyler());
        int colour = 0;
        for (Map.Entry<String, List<Double>> part : parts.entrySet()) {
            CategorySeries bars = chart.addSeries(part.getKey(), things, part.getValue());
            bars.setFillColor(COLOURS.get(colour++ % COLOURS.size()));
        }
        return BitmapEncoder.getBufferedImage(chart);
    }

    private void style(CategoryStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setStacked(true);
        styler.setAvailableSpaceFill(Math.min(WIDEST, WIDTH_OF_ONE * things.size()));
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setYAxisDecimalPattern("#,##0.##########");
        styler.setYAxisTitleVisible(!unit.isEmpty());
        styler.setLegendPosition(LegendPosition.OutsideE);
        styler.setLegendVisible(parts.size() > 1);
        if (things.stream().mapToInt(String::length).sum() > LETTERS_SIDE_BY_SIDE) {
            styler.setXAxisLabelRotation(30);
        }
    }
}
