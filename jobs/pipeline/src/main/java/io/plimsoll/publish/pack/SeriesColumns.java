package io.plimsoll.publish.pack;

import io.plimsoll.config.PackSection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** What a picture of series takes from the answers to its questions. */
final class SeriesColumns {

    static final String SERIES = "series";
    static final String DAY = "day";
    static final String VALUE = "value";
    static final String LIMIT = "limit";
    static final String HORIZON = "horizon_days";
    static final String STEP = "step_at";

    /** Columns of what is ahead. */
    static final List<String> AHEAD = List.of(SERIES, STEP, "mean", "lo80", "hi80", "lo95", "hi95");

    /** What a column is taken as; every other one is a number. */
    private static final Map<String, DataType> TYPES = Map.of(
            SERIES,
            DataTypes.StringType,
            DAY,
            DataTypes.DateType,
            STEP,
            DataTypes.TimestampType,
            HORIZON,
            DataTypes.IntegerType);

    private SeriesColumns() {}

    /** Columns of what was seen. */
    static List<String> seen(PackSection.Series series) {
        List<String> columns = new ArrayList<>(List.of(SERIES, DAY, VALUE));
        series.limit().ifPresent(name -> columns.add(LIMIT));
        if (series.demand()) {
            columns.add(HORIZON);
        }
        return columns;
    }

    /**
     * The columns of an answer as a picture takes them.
     *
     * @throws IllegalArgumentException when one is missing
     */
    static Dataset<Row> of(Dataset<Row> answer, List<String> columns) {
        List<String> given = Arrays.asList(answer.columns());
        for (String column : columns) {
            if (!given.contains(column)) {
                throw new IllegalArgumentException(
                        "has no column " + column + "; a picture of series needs " + String.join(", ", columns));
            }
        }
        return answer.select(columns.stream()
                .map(column -> answer.col(column)
                        .cast(TYPES.getOrDefault(column, DataTypes.DoubleType))
                        .as(column))
                .toArray(Column[]::new));
    }
}
