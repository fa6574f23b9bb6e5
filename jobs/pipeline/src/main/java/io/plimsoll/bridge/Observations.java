package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Timeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Stretches of time as rows to timelines and back. */
public final class Observations {

    /** Disjoint stretches in time order: from_at, to_at (TIMESTAMP). */
    public static final DataType STRETCHES = DataTypes.createArrayType(
            new StructType()
                    .add("from_at", DataTypes.TimestampType, false)
                    .add("to_at", DataTypes.TimestampType, false),
            false);

    private static final StructType OBSERVATION =
            new StructType().add("good", STRETCHES, false).add("bad", STRETCHES, false);

    private static final UserDefinedFunction MERGE = udf((UDF1<Row, Row>) Observations::merge, OBSERVATION);

    private static final UserDefinedFunction SECONDS =
            udf((UDF1<Row, Long>) row -> timeline(row, "stretches").seconds(), DataTypes.LongType);

    private Observations() {}

    /**
     * A struct of the good and the bad stretches; a second seen both good and bad is bad.
     *
     * @param cells array of structs of from_second, to_second (BIGINT, epoch) and is_good
     */
    public static Column merge(Column cells) {
        return MERGE.apply(struct(cells.as("cells")));
    }

    /**
     * How many seconds are in at least one of the stretches.
     *
     * @param stretches array of structs of from_at and to_at, in any order, overlapping or not
     */
    public static Column seconds(Column stretches) {
        return SECONDS.apply(struct(stretches.as("stretches")));
    }

    /** The stretches of a field of type {@link #STRETCHES}, merged; empty when it is null. */
    static Timeline timeline(Row row, String field) {
        int index = row.fieldIndex(field);
        if (row.isNullAt(index)) {
            return Timeline.empty();
        }
        List<Interval> intervals = new ArrayList<>();
        for (Row stretch : row.<Row>getList(index)) {
            intervals.add(new Interval(
                    stretch.<Instant>getAs("from_at").getEpochSecond(),
                    stretch.<Instant>getAs("to_at").getEpochSecond()));
        }
        return Timeline.of(intervals);
    }

    private static Row merge(Row row) {
        List<Interval> good = new ArrayList<>();
        List<Interval> bad = new ArrayList<>();
        for (Row cell : row.<Row>getList(0)) {
            Interval interval = new Interval(cell.getLong(0), cell.getLong(1));
            (cell.getBoolean(2) ? good : bad).add(interval);
        }
        Timeline seenBad = Timeline.of(bad);
        return RowFactory.create(rows(Timeline.of(good).subtract(seenBad)), rows(seenBad));
    }

    private static List<Row> rows(Timeline timeline) {
        return timeline.intervals().stream()
                .map(interval ->
                        RowFactory.create(Instant.ofEpochSecond(interval.from()), Instant.ofEpochSecond(interval.to())))
                .toList();
    }
}
