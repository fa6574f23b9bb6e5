package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Many series, each handled as a whole: points are brought together by key, sorted by step, and given to a function series by
 * series. An executor holds the points of one series at a time; nothing passes through the driver. The result does not depend on
 * the order of the points or on the number of partitions.
 */
public final class SeriesFanOut {

    /** Steps of a series that are held, counted back from its last point; what lies before is left away. */
    public static final int LONGEST = 20_000;

    /** Series differ in what they cost, and Spark would otherwise size partitions by their bytes, which are few. */
    private static final int PARTITIONS_A_CORE = 4;

    private SeriesFanOut() {}

    /**
     * The rows that a function makes of each series.
     *
     * @param points a row a point; several points of one key and step are an error
     * @param key columns that name a series and what else is the same for all its points
     * @param step LONG column: the point's position on the even grid of its series; not null
     * @param values DOUBLE columns; null is a missing value
     * @param output columns of the result
     * @param function what to compute
     */
    public static Dataset<Row> of(
            Dataset<Row> points,
            List<String> key,
            String step,
            List<String> values,
            StructType output,
            SeriesFunction function) {
        Column[] keyColumns = columns(key);
        List<String> order = new ArrayList<>(key);
        order.add(step);
        List<String> all = new ArrayList<>(order);
        all.addAll(values);
        int keys = key.size();
        int valueCount = values.size();
        int partitions = PARTITIONS_A_CORE
                * Math.max(1, points.sparkSession().sparkContext().defaultParallelism());
        return points.select(columns(all))
                .repartition(partitions, keyColumns)
                .sortWithinPartitions(columns(order))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>)
                                rows -> new SeriesRows(rows, keys, valueCount, LONGEST, function),
                        Encoders.row(output));
    }

    /** Columns of a result that has the key's columns, then others. */
    static StructType keyed(Dataset<Row> points, List<String> key, StructType others) {
        StructType all = new StructType();
        for (String column : key) {
            all = all.add(points.schema().apply(column));
        }
        for (StructField other : others.fields()) {
            all = all.add(other);
        }
        return all;
    }

    private static Column[] columns(List<String> names) {
        return names.stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
