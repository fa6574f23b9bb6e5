package io.plimsoll.frame;

import io.plimsoll.chart.BarChart;
import io.plimsoll.chart.SeriesChart;
import io.plimsoll.chart.SeriesChart.Ahead;
import io.plimsoll.chart.SeriesChart.Axis;
import io.plimsoll.chart.SeriesChart.Seen;
import io.plimsoll.statistics.capacity.DemandOutlook;
import io.plimsoll.statistics.forecast.Forecast;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.Row;
import tech.tablesaw.api.Table;

/** Frames as pictures. */
public final class Pictures {

    private static final double DAY_MILLIS = 86_400_000;

    private Pictures() {}

    /**
     * The picture of what was seen.
     *
     * @param seen rows with {@code day} (a date, or an instant) and {@code value}, in order; a missing value is a gap
     */
    public static SeriesChart series(String title, String unit, Table seen) {
        return new SeriesChart(title, unit, Axis.TIME, past(seen), List.of());
    }

    /**
     * The picture of what was seen and what is ahead.
     *
     * @param seen rows with {@code day} (a date, or an instant) and {@code value}, in order; a missing value is a gap
     * @param ahead rows of {@code gold.trend_forecast}: {@code step_at}, {@code mean} and the four bounds, in order; a step without a forecast is left out
     */
    public static SeriesChart series(String title, String unit, Table seen, Table ahead) {
        List<Ahead> steps = new ArrayList<>();
        for (Row row : ahead) {
            if (!row.isMissing("mean")) {
                steps.add(new Ahead(
                        millis(ahead, "step_at", row.getRowNumber()),
                        row.getDouble("mean"),
                        row.getDouble("lo80"),
                        row.getDouble("hi80"),
                        row.getDouble("lo95"),
                        row.getDouble("hi95")));
            }
        }
        return new SeriesChart(title, unit, Axis.TIME, past(seen), steps);
    }

    /**
     * The picture of a resource's use and of the demand that {@code gold.capacity_plan} expects of it: the same forecast, which unlike that of the use in
     * {@code gold.trend_forecast} may exceed the capacity.
     *
     * @param seen rows with {@code day} (a date) and {@code value} (the busiest hour's share of the raw capacity), in order
     * @param days ahead, at least 1
     * @throws IllegalArgumentException when no day was seen
     */
    public static SeriesChart demand(String title, Table seen, int days) {
        if (seen.isEmpty()) {
            throw new IllegalArgumentException("no use of " + title + " was seen");
        }
        DateColumn on = seen.dateColumn("day");
        long first = on.get(0).toEpochDay();
        double[] shares = new double[(int) (on.get(seen.rowCount() - 1).toEpochDay() - first) + 1];
        Arrays.fill(shares, Double.NaN);
        for (int row = 0; row < seen.rowCount(); row++) {
            shares[(int) (on.get(row).toEpochDay() - first)] = value(seen, row);
        }
        Forecast forecast = DemandOutlook.of(shares, 1, days).forecast();
        List<Ahead> ahead = new ArrayList<>();
        for (int step = 0; step < forecast.mean().length; step++) {
            ahead.add(new Ahead(
                    (first + shares.length + step) * DAY_MILLIS,
                    forecast.mean()[step],
                    forecast.lo80()[step],
                    forecast.hi80()[step],
                    forecast.lo95()[step],
                    forecast.hi95()[step]));
        }
        return new SeriesChart(title, "share of the capacity", Axis.TIME, past(seen), ahead);
    }

    /**
     * The picture of things beside each other: the frame's first column names a bar ({@code (none)} where it is missing), each other column is a part of it. A
     * missing figure is 0.
     *
     * @throws IllegalArgumentException when the frame has no row, or no figures
     */
    public static BarChart bars(String title, String unit, Table frame) {
        Map<String, List<Double>> parts = new LinkedHashMap<>();
        for (int place = 1; place < frame.columnCount(); place++) {
            List<Double> figures = new ArrayList<>();
            for (int row = 0; row < frame.rowCount(); row++) {
                figures.add(
                        frame.column(place).isMissing(row)
                                ? 0
                                : frame.numberColumn(place).getDouble(row));
            }
            parts.put(frame.column(place).name(), figures);
        }
        List<String> things = new ArrayList<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            String thing = frame.getString(row, 0);
            things.add(thing.isBlank() ? "(none)" : thing);
        }
        return new BarChart(title, unit, things, parts);
    }

    private static List<Seen> past(Table seen) {
        List<Seen> past = new ArrayList<>();
        for (int row = 0; row < seen.rowCount(); row++) {
            past.add(new Seen(millis(seen, "day", row), value(seen, row)));
        }
        return past;
    }

    private static double value(Table seen, int row) {
        return seen.column("value").isMissing(row)
                ? Double.NaN
                : seen.numberColumn("value").getDouble(row);
    }

    private static double millis(Table frame, String column, int row) {
        if (frame.column(column) instanceof DateColumn days) {
            return days.get(row).toEpochDay() * DAY_MILLIS;
        }
        Instant at = frame.instantColumn(column).get(row);
        return at.toEpochMilli();
    }
}
