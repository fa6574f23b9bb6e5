package io.plimsoll.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * A series with its forecast, the 80 % interval and the 95 % interval around it.
 *
 * @param title of the picture, such as the name of the series
 * @param unit of the values, beside the axis; empty for none
 * @param axis what {@code at} of the points is
 * @param past what was seen, in order; NaN is a gap
 * @param ahead what is expected, in order; empty draws the past alone
 * @param limits levels across the whole picture; the axis reaches to each of them
 */
public record SeriesChart(
        String title, String unit, Axis axis, List<Seen> past, List<Ahead> ahead, List<Limit> limits) {

    /** Width of the picture, in pixels. */
    public static final int WIDTH = 960;

    /** Height of the picture, in pixels. */
    public static final int HEIGHT = 420;

    /** From here on whole days are labels enough. Labels name the year: a tick of a long axis lies on any day of it. */
    private static final double FEW_DAYS = 4 * 86_400_000d;

    private static final Color PAST = new Color(0x1F3B57);
    private static final Color MEAN = new Color(0xC8501E);
    private static final Color WITHIN_80 = new Color(0xF0B48C);
    private static final Color WITHIN_95 = new Color(0xF9E0CF);
    /** As wide as the line, which hides it: it shows the value that stands between two gaps. */
    private static final int MARKER = 4;

    private static final BasicStroke LINE = new BasicStroke(2f);
    private static final Color LIMIT = new Color(0x8C1C13);
    private static final BasicStroke BROKEN =
            new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 0f, new float[] {6f, 4f}, 0f);

    /** What a point's place is. */
    public enum Axis {
        /** Milliseconds since 1970, shown as UTC. */
        TIME,
        /** The number of a step. */
        STEP
    }

    /**
     * A value that was seen.
     *
     * @param at place on the axis
     * @param value NaN for none
     */
    public record Seen(double at, double value) {}

    /**
     * A step ahead.
     *
     * @param at place on the axis
     * @param mean central forecast
     * @param lo80 lower bound of the 80 % interval
     * @param hi80 upper bound of the 80 % interval
     * @param lo95 lower bound of the 95 % interval
     * @param hi95 upper bound of the 95 % interval
     */
    public record Ahead(double at, double mean, double lo80, double hi80, double lo95, double hi95) {}

    /**
     * A level that the series is held against, such as a capacity: a broken line across the picture.
     *
     * @param name in the legend
     * @param value in the unit of the series
     */
    public record Limit(String name, double value) {}

    /**
     * Copies the points.
     *
     * @throws IllegalArgumentException when there is nothing to draw
     */
    public SeriesChart {
        past = List.copyOf(past);
        ahead = List.copyOf(ahead);
        limits = List.copyOf(limits);
        if (ahead.isEmpty() && past.stream().allMatch(seen -> Double.isNaN(seen.value()))) {
            throw new IllegalArgumentException("the chart of " + title + " has no value to draw");
        }
    }

    /** A picture without a level. */
    public SeriesChart(String title, String unit, Axis axis, List<Seen> past, List<Ahead> ahead) {
        this(title, unit, axis, past, ahead, List.of());
    }

    /** The same with a level more. */
    public SeriesChart withLimit(String name, double value) {
        return new SeriesChart(
                title,
                unit,
                axis,
                past,
                ahead,
                Stream.concat(limits.stream(), Stream.of(new Limit(name, value)))
                        .toList());
    }

    /** The picture for a screen, {@value #WIDTH} by {@value #HEIGHT} pixels. */
    public BufferedImage image() {
        return BitmapEncoder.getBufferedImage(chart());
    }

    /** The picture as PNG, {@value #WIDTH} by {@value #HEIGHT} pixels; the same bytes on the same machine (text is drawn in its fonts). */
    public byte[] png() {
        try {
            return BitmapEncoder.getBitmapBytes(chart(), BitmapFormat.PNG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .build();
        plain(chart.getStyler());
        List<Ahead> fan = fan();
        if (!ahead.isEmpty()) {
            band(chart, "95 %", WITHIN_95, fan, Ahead::lo95, Ahead::hi95);
            band(chart, "80 %", WITHIN_80, fan, Ahead::lo80, Ahead::hi80);
        }
        if (!past.isEmpty()) {
            XYSeries seen = line(
                    chart,
                    "seen",
                    past.stream().map(Seen::at).toList(),
                    past.stream().map(Seen::value).toList());
            seen.setMarker(SeriesMarkers.CIRCLE);
            seen.setMarkerColor(PAST);
            seen.setLineColor(PAST);
            seen.setLineStyle(LINE);
        }
        if (!ahead.isEmpty()) {
            line(
                            chart,
                            "forecast",
                            fan.stream().map(Ahead::at).toList(),
                            fan.stream().map(Ahead::mean).toList())
                    .setLineColor(MEAN)
                    .setLineStyle(LINE);
        }
        limits.forEach(limit -> level(chart, limit));
        return chart;
    }

    private void level(XYChart chart, Limit limit) {
        DoubleSummaryStatistics places = places();
        line(chart, limit.name(), List.of(places.getMin(), places.getMax()), List.of(limit.value(), limit.value()))
                .setLineColor(LIMIT)
                .setLineStyle(BROKEN);
    }

    /** What is ahead, from the last value that was seen: a single step would be a point, which no line shows. */
    private List<Ahead> fan() {
        List<Seen> known =
                past.stream().filter(seen -> !Double.isNaN(seen.value())).toList();
        List<Ahead> fan = new ArrayList<>();
        if (!known.isEmpty()) {
            Seen last = known.get(known.size() - 1);
            fan.add(new Ahead(last.at(), last.value(), last.value(), last.value(), last.value(), last.value()));
        }
        fan.addAll(ahead);
        return fan;
    }

    private void plain(XYStyler styler) {
        styler.setLocale(Locale.ROOT);
        styler.setTimezone(TimeZone.getTimeZone("UTC"));
        if (axis == Axis.TIME) {
            DoubleSummaryStatistics places = places();
            styler.setDatePattern(places.getMax() - places.getMin() < FEW_DAYS ? "MM-dd HH:mm" : "yyyy-MM-dd");
        }
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setLegendPosition(LegendPosition.OutsideE);
        // XChart's own pattern writes 300000 as 3E5.
        styler.setYAxisDecimalPattern("#,##0.##########");
        styler.setYAxisTitleVisible(!unit.isEmpty());
        styler.setPlotBorderVisible(false);
        styler.setMarkerSize(MARKER);
    }

    private DoubleSummaryStatistics places() {
        return Stream.concat(past.stream().map(Seen::at), ahead.stream().map(Ahead::at))
                .mapToDouble(Double::doubleValue)
                .summaryStatistics();
    }

    private void band(
            XYChart chart,
            String name,
            Color colour,
            List<Ahead> fan,
            ToDoubleFunction<Ahead> lower,
            ToDoubleFunction<Ahead> upper) {
        List<Double> at = new ArrayList<>(fan.stream().map(Ahead::at).toList());
        List<Double> bounds =
                new ArrayList<>(fan.stream().map(lower::applyAsDouble).toList());
        List<Ahead> back = new ArrayList<>(fan);
        Collections.reverse(back);
        back.forEach(step -> {
            at.add(step.at());
            bounds.add(upper.applyAsDouble(step));
        });
        XYSeries series = line(chart, name, at, bounds);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(colour);
        series.setLineColor(colour);
    }

    @SuppressWarnings("JavaUtilDate") // XChart knows no other type for a date.
    private XYSeries line(XYChart chart, String name, List<Double> at, List<Double> values) {
        List<?> places = axis == Axis.STEP
                ? at
                : at.stream().map(millis -> new Date(millis.longValue())).toList();
        XYSeries series = chart.addSeries(name, places, values);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }
}
