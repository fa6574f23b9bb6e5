package io.plimsoll.forecast;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.struct;

import io.plimsoll.bridge.SeriesForecasts;
import io.plimsoll.chart.SeriesChart;
import io.plimsoll.chart.SeriesChart.Ahead;
import io.plimsoll.chart.SeriesChart.Axis;
import io.plimsoll.chart.SeriesChart.Seen;
import io.plimsoll.contract.Names;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Pictures of the first series of a file, by name: their recent past, the forecast and its intervals, a PNG each. Only those come to this process, however
 * many series there are.
 *
 * @param folder path or URI; made when it is not there
 * @param most series that are drawn, at least 1
 */
public record ForecastCharts(String folder, int most) {

    /** How many are drawn unless it is said. */
    public static final int USUALLY = 100;

    /** The past that is shown, in horizons: what is ahead must stay readable. */
    private static final int HORIZONS_BACK = 6;

    /** But a season of a weekly year, or two days of hours, at least. */
    private static final int FEWEST_BACK = 60;

    /**
     * Draws the pictures: {@code 001-north.png} for the series north; a character that not every file system takes is an underscore. An existing picture of the
     * same name is replaced. A series that could not be forecast is drawn with its past alone; one without any value is not drawn.
     *
     * @param points of all series: the columns that name one, {@link SeriesFile#AT}, {@link SeriesForecasts#STEP}, {@link SeriesForecasts#VALUE}
     * @param forecasts of all series: the same columns, step (1 to the horizon), ts, figures
     * @param names columns that name a series
     * @param unit of the values, beside the axis
     * @throws IOException when a picture cannot be written
     */
    void draw(Dataset<Row> points, Dataset<Row> forecasts, List<String> names, int horizon, String unit)
            throws IOException {
        List<Row> drawn = drawn(points, forecasts, names, horizon);
        Path target = new Path(folder);
        FileSystem files =
                target.getFileSystem(points.sparkSession().sparkContext().hadoopConfiguration());
        files.mkdirs(target);
        for (int number = 0; number < drawn.size(); number++) {
            Row series = drawn.get(number);
            if (hasValue(series)) {
                try (OutputStream out = files.create(new Path(target, fileName(number + 1, series, names)), true)) {
                    out.write(chart(series, names, unit).png());
                }
            }
        }
    }

    private List<Row> drawn(Dataset<Row> points, Dataset<Row> forecasts, List<String> names, int horizon) {
        Column[] series = names.stream().map(SeriesFile::column).toArray(Column[]::new);
        Column ahead = struct(col("step"), col("ts"), col("mean"), col("lo80"), col("hi80"), col("lo95"), col("hi95"));
        Dataset<Row> first = forecasts
                .groupBy(series)
                .agg(array_sort(collect_list(ahead)).as("ahead"))
                .orderBy(series)
                .limit(most);
        int back = Math.max(FEWEST_BACK, HORIZONS_BACK * horizon);
        Column seen = struct(col(SeriesForecasts.STEP), col(SeriesFile.AT).as("at"), col(SeriesForecasts.VALUE));
        Dataset<Row> wanted = points.join(first, Names.of(names.toArray(String[]::new)), "left_semi");
        Dataset<Row> last =
                wanted.groupBy(series).agg(max(col(SeriesForecasts.STEP)).as("last_step"));
        Dataset<Row> past = wanted.join(last, Names.of(names.toArray(String[]::new)), "inner")
                .where(col(SeriesForecasts.STEP).gt(col("last_step").minus(lit(back))))
                .groupBy(series)
                .agg(array_sort(collect_list(seen)).as("past"));
        return first.join(past, Names.of(names.toArray(String[]::new)), "inner")
                .orderBy(series)
                .collectAsList();
    }

    private static boolean hasValue(Row series) {
        return series.<Row>getList(series.fieldIndex("past")).stream().anyMatch(point -> !point.isNullAt(2));
    }

    private static SeriesChart chart(Row series, List<String> names, String unit) {
        List<Row> past = series.getList(series.fieldIndex("past"));
        long lastStep = past.get(past.size() - 1).getLong(0);
        boolean isDated = !past.get(0).isNullAt(1);
        List<Seen> seen = past.stream()
                .map(point -> new Seen(
                        isDated ? millis(point, 1) : point.getLong(0),
                        point.isNullAt(2) ? Double.NaN : point.getDouble(2)))
                .toList();
        List<Ahead> ahead = series.<Row>getList(series.fieldIndex("ahead")).stream()
                .filter(step -> !step.isNullAt(2))
                .map(step -> new Ahead(
                        isDated ? millis(step, 1) : lastStep + step.getInt(0),
                        step.getDouble(2),
                        step.getDouble(3),
                        step.getDouble(4),
                        step.getDouble(5),
                        step.getDouble(6)))
                .toList();
        return new SeriesChart(title(series, names, " / "), unit, isDated ? Axis.TIME : Axis.STEP, seen, ahead);
    }

    private static double millis(Row point, int column) {
        return ((Instant) point.get(column)).toEpochMilli();
    }

    private static String fileName(int number, Row series, List<String> names) {
        return String.format(
                Locale.ROOT, "%03d-%s.png", number, title(series, names, "-").replaceAll("[^A-Za-z0-9._-]", "_"));
    }

    private static String title(Row series, List<String> names, String between) {
        return names.stream()
                .map(name -> Objects.toString(series.getAs(name), ""))
                .collect(Collectors.joining(between));
    }
}
