package io.plimsoll.forecast;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.bridge.SeriesForecasts;
import io.plimsoll.contract.Names;
import io.plimsoll.statistics.forecast.Domain;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/**
 * The forecast of every series of a CSV or Parquet file, written as one file.
 *
 * @param input path or URI that ends in .csv, .csv.gz or .parquet
 * @param columns which columns are what
 * @param frequency empty to see it from the stamps
 * @param domain what values are possible
 * @param horizon steps ahead, at least 1
 */
public record FileForecast(
        String input, WantedColumns columns, Optional<Frequency> frequency, Domain domain, int horizon) {

    private static final String ONE_SERIES = "series_id";

    /**
     * Writes {@code series_id} (or the columns that name a series), {@code step} (1 to the horizon), {@code ts} (null for numbered steps), {@code mean, lo80,
     * hi80, lo95, hi95, model, backtest_mase, backtest_coverage95, status}, sorted by series and step. A series that cannot be forecast has its rows with a
     * status. An existing file is replaced when the new one is complete.
     *
     * @param output path or URI that ends in .csv or .parquet
     * @param charts pictures to draw beside it; empty for none
     * @return how many series have which status
     * @throws WrongSeries when the input cannot be forecast as it is
     * @throws IOException when the output cannot be written
     */
    public Map<String, Long> write(SparkSession session, String output, Optional<ForecastCharts> charts)
            throws WrongSeries, IOException {
        if (!output.endsWith(".csv") && !output.endsWith(".parquet")) {
            throw new WrongSeries("--output " + output + ": expected a file that ends in .csv or .parquet");
        }
        Path source = new Path(input);
        if (!source.getFileSystem(session.sparkContext().hadoopConfiguration()).exists(source)) {
            throw new WrongSeries("--input " + input + ": there is no such file");
        }
        SeriesFile.Points read = SeriesFile.read(session, input, columns, frequency);
        Dataset<Row> forecasts = forecasts(read).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            writeOneFile(session, forecasts, read.columns(), output);
            if (charts.isPresent()) {
                charts.get()
                        .draw(
                                named(read),
                                forecasts,
                                names(read.columns()),
                                horizon,
                                read.columns().value());
            }
            Map<String, Long> counts = new TreeMap<>();
            forecasts
                    .where(col("step").equalTo(1))
                    .groupBy(col(SeriesForecasts.STATUS))
                    .agg(count(lit(1)))
                    .collectAsList()
                    .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
            return counts;
        } finally {
            forecasts.unpersist();
        }
    }

    private Dataset<Row> forecasts(SeriesFile.Points read) {
        List<String> names = names(read.columns());
        Dataset<Row> points = named(read);
        Dataset<Row> last = points.groupBy(columnsOf(names))
                .agg(
                        max(col(SeriesForecasts.STEP)).as("last_of_series"),
                        max(col(SeriesFile.AT)).as("last_at"));
        List<String> key = new ArrayList<>(names);
        key.add(SeriesForecasts.DOMAIN);
        List<Integer> periods = read.frequency().map(Frequency::periods).orElse(List.of());
        Column ahead = col(SeriesForecasts.STEP).minus(col("last_of_series"));
        Column at = read.frequency()
                .map(each -> each.after(col("last_at"), ahead))
                .orElseGet(() -> lit(null).cast(TimestampType));
        List<Column> shown = new ArrayList<>(List.of(columnsOf(names)));
        shown.add(ahead.cast(IntegerType).as("step"));
        shown.add(at.as("ts"));
        for (String figure : List.of(
                "mean", "lo80", "hi80", "lo95", "hi95", "model", "backtest_mase", "backtest_coverage95", "status")) {
            shown.add(col(figure));
        }
        return new SeriesForecasts(horizon, periods, null)
                .of(points.withColumn(SeriesForecasts.DOMAIN, lit(domain.name().toLowerCase(Locale.ROOT))), key)
                .join(last, Names.of(names.toArray(String[]::new)), "inner")
                .select(shown.toArray(Column[]::new));
    }

    private static List<String> names(SeriesColumns columns) {
        return columns.series().isEmpty() ? List.of(ONE_SERIES) : columns.series();
    }

    /** Points with the names of their series as text; a row without a name belongs to the series of that empty name. */
    private Dataset<Row> named(SeriesFile.Points read) {
        List<Column> columnsOfPoints = new ArrayList<>();
        if (read.columns().series().isEmpty()) {
            String file = new Path(input).getName();
            columnsOfPoints.add(lit(file.substring(0, file.indexOf('.'))).as(ONE_SERIES));
        }
        for (String name : read.columns().series()) {
            columnsOfPoints.add(
                    coalesce(SeriesFile.column(name).cast(StringType), lit("")).as(name));
        }
        columnsOfPoints.add(col(SeriesFile.AT));
        columnsOfPoints.add(col(SeriesForecasts.STEP));
        columnsOfPoints.add(col(SeriesFile.NUMBER).as(SeriesForecasts.VALUE));
        return read.points().select(columnsOfPoints.toArray(Column[]::new));
    }

    private static Column[] columnsOf(List<String> names) {
        return names.stream().map(SeriesFile::column).toArray(Column[]::new);
    }

    private static void writeOneFile(SparkSession session, Dataset<Row> forecasts, SeriesColumns columns, String output)
            throws IOException {
        Path target = new Path(output);
        FileSystem files = target.getFileSystem(session.sparkContext().hadoopConfiguration());
        Path folder = target.suffix(".writing");
        List<Column> order = new ArrayList<>(List.of(columnsOf(names(columns))));
        order.add(col("step"));
        var writer = forecasts
                .repartition(1)
                .sortWithinPartitions(order.toArray(Column[]::new))
                .write()
                .mode("overwrite");
        if (output.endsWith(".csv")) {
            writer.option("header", "true").csv(folder.toString());
        } else {
            writer.parquet(folder.toString());
        }
        try {
            for (FileStatus part : files.globStatus(new Path(folder, "part-*"))) {
                files.delete(target, false);
                if (!files.rename(part.getPath(), target)) {
                    throw new IOException("cannot write " + output);
                }
            }
        } finally {
            files.delete(folder, true);
        }
    }
}
