package io.plimsoll.forecast;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.unix_seconds;
import static org.apache.spark.sql.functions.when;

import io.plimsoll.bridge.SeriesForecasts;
import io.plimsoll.source.format.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/** The series of one CSV or Parquet file, judged: every row has a position and a number or nothing, and no step of a series has two. */
final class SeriesFile {

    /** The instant of a row; null where rows have step numbers. */
    static final String AT = "__plimsoll_at";

    /** The value as a number; null where there is none. */
    static final String NUMBER = "__plimsoll_number";

    private static final String BROKEN = "__plimsoll_text";
    private static final String POSITION = "__plimsoll_position";
    private static final String RAW = "__plimsoll_raw";
    private static final int SHOWN = 10;

    private SeriesFile() {}

    /**
     * Rows of a file as points, and how far apart they lie.
     *
     * @param points the series' columns, {@link #AT}, {@link SeriesForecasts#STEP}, {@link #NUMBER}
     * @param frequency empty for numbered steps
     */
    record Points(Dataset<Row> points, SeriesColumns columns, Optional<Frequency> frequency) {}

    /**
     * Reads and judges a file.
     *
     * @param frequency as it was named; empty to see it from the stamps
     * @throws WrongSeries naming rows, series and what to do
     */
    static Points read(SparkSession session, String path, WantedColumns wanted, Optional<Frequency> frequency)
            throws WrongSeries {
        Dataset<Row> rows = rows(session, path);
        List<String> known = List.of(rows.columns()).stream()
                .filter(name -> !name.startsWith("__plimsoll"))
                .toList();
        SeriesColumns columns = SeriesColumns.of(wanted, known);
        Dataset<Row> read = parsed(rows, columns);
        rejectBroken(read, columns);
        Optional<Frequency> apart = columns.isStamp()
                ? Optional.of(frequency.isPresent() ? frequency.get() : seen(read, columns))
                : Optional.empty();
        Column step = apart.map(each -> each.step(col(AT))).orElseGet(() -> col(POSITION));
        Dataset<Row> points = read.withColumn(SeriesForecasts.STEP, step);
        rejectRepeated(points, columns, apart);
        return new Points(points, columns, apart);
    }

    private static Dataset<Row> rows(SparkSession session, String path) throws WrongSeries {
        if (path.endsWith(".parquet")) {
            return Records.numbered(session.read().parquet(path))
                    .withColumn(BROKEN, lit(null).cast(DataTypes.StringType));
        }
        if (path.endsWith(".csv") || path.endsWith(".csv.gz")) {
            var reader = session.read().option("header", "true").option("escape", "\"");
            return Records.numbered(reader.schema(reader.csv(path).schema().add(BROKEN, DataTypes.StringType))
                    .option("columnNameOfCorruptRecord", BROKEN)
                    .csv(path));
        }
        throw new WrongSeries("--input " + path + ": expected a file that ends in .csv, .csv.gz or .parquet");
    }

    private static Dataset<Row> parsed(Dataset<Row> rows, SeriesColumns columns) {
        Column position = column(columns.position());
        Column at = columns.isStamp()
                ? position.try_cast(DataTypes.TimestampType)
                : lit(null).cast(DataTypes.TimestampType);
        Column number = columns.isStamp() ? lit(null).cast(DataTypes.LongType) : position.try_cast(DataTypes.LongType);
        return rows.withColumn(AT, at)
                .withColumn(POSITION, number)
                .withColumn(RAW, column(columns.value()).cast(DataTypes.StringType))
                .withColumn(NUMBER, column(columns.value()).try_cast(DataTypes.DoubleType));
    }

    private static void rejectBroken(Dataset<Row> read, SeriesColumns columns) throws WrongSeries {
        Column noPosition = columns.isStamp() ? col(AT).isNull() : col(POSITION).isNull();
        Column noNumber =
                col(NUMBER).isNull().and(trim(coalesce(col(RAW), lit(""))).notEqual(""));
        Column what = when(col(BROKEN).isNotNull(), lit("it does not have the header's columns"))
                .when(
                        noPosition,
                        concat_ws(
                                "",
                                lit(columns.position() + " '"),
                                column(columns.position()).cast(DataTypes.StringType),
                                lit(
                                        columns.isStamp()
                                                ? "' is not an instant such as 2026-03-01 or 2026-03-01T13:00:00Z"
                                                : "' is not a whole number")))
                .when(noNumber, concat_ws("", lit(columns.value() + " '"), col(RAW), lit("' is not a number")));
        List<Row> wrong = read.withColumn("what", what)
                .where(col("what").isNotNull())
                .select(col(Records.ROW), col("what"))
                .limit(SHOWN)
                .collectAsList();
        if (!wrong.isEmpty()) {
            throw new WrongSeries(wrong.stream()
                    .map(row -> "row " + row.getLong(0) + " (the header not counted): " + row.getString(1))
                    .toList());
        }
    }

    /** The distance that most neighbouring stamps have. */
    private static Frequency seen(Dataset<Row> read, SeriesColumns columns) throws WrongSeries {
        Column before = lag(col(AT), 1).over(Window.partitionBy(keys(columns)).orderBy(col(AT)));
        Column seconds = unix_seconds(col(AT)).minus(unix_seconds(before));
        List<Row> most = read.withColumn("apart", abs(seconds))
                .where(col("apart").gt(0))
                .groupBy(col("apart"))
                .agg(count(lit(1)).as("pairs"))
                .orderBy(col("pairs").desc(), col("apart").asc())
                .limit(1)
                .collectAsList();
        String found = most.isEmpty()
                ? "no series has two stamps"
                : "most stamps of " + columns.position() + " lie " + most.get(0).getLong(0) + " s apart";
        return most.stream()
                .flatMap(row -> Frequency.of(row.getLong(0)).stream())
                .findFirst()
                .orElseThrow(() -> new WrongSeries(found
                        + ", which is neither hourly, daily, weekly nor monthly; say by --frequency which they are"));
    }

    private static void rejectRepeated(Dataset<Row> points, SeriesColumns columns, Optional<Frequency> frequency)
            throws WrongSeries {
        List<Column> step = new ArrayList<>(List.of(keys(columns)));
        step.add(col(SeriesForecasts.STEP));
        List<Row> twice = points.groupBy(step.toArray(Column[]::new))
                .agg(
                        count(lit(1)).as("rows"),
                        max(column(columns.position()).cast(DataTypes.StringType))
                                .as("last"))
                .where(col("rows").gt(1))
                .select(concat_ws("/", keys(columns)), col("rows"), col("last"))
                .limit(SHOWN)
                .collectAsList();
        if (!twice.isEmpty()) {
            throw new WrongSeries(twice.stream()
                    .map(row -> (columns.series().isEmpty() ? "the series" : "series " + row.getString(0)) + " has "
                            + row.getLong(1) + " rows in the same "
                            + frequency.map(Enum::name).orElse("")
                            + " step, the last at " + columns.position() + " " + row.getString(2)
                            + "; name the columns that tell series apart by --series, or add the rows up first")
                    .map(line -> line.replace("same  step", "same step"))
                    .toList());
        }
    }

    static Column[] keys(SeriesColumns columns) {
        return columns.series().stream().map(SeriesFile::column).toArray(Column[]::new);
    }

    static Column column(String name) {
        return col("`" + name.replace("`", "``") + "`");
    }
}
