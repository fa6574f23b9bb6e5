package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.col;

import io.plimsoll.statistics.baseline.AlertHold;
import io.plimsoll.statistics.baseline.BaselineRule;
import io.plimsoll.statistics.baseline.DynamicBaseline;
import io.plimsoll.statistics.baseline.Judgement;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Series judged value by value where they lie; see {@link DynamicBaseline}. A partition holds one series in memory at a time,
 * and of it what the baseline remembers.
 *
 * <p>Rows in: {@code series STRING, at_seconds BIGINT, learnt DOUBLE} (null where nothing was received, or what was received is
 * known to be out of the ordinary: it is not judged and teaches nothing), {@code smallest_deviation DOUBLE}, {@code breaks_static
 * BOOLEAN} (whether a fixed threshold finds something), {@code is_told BOOLEAN} (false for rows that are only learnt from), and
 * what else the reader wants back.
 *
 * <p>Rows out: those that are told, with {@code expected} (null when not received), {@code allowed} (null while the series is not
 * watched long enough), {@code score} (null when not judged, and where nothing ever deviated before), {@code is_anomaly} (null when
 * not judged), {@code is_alert}, {@code is_static_alert}.
 */
public final class Judgements {

    private static final StructType JUDGEMENT = new StructType()
            .add("expected", DataTypes.DoubleType, true)
            .add("allowed", DataTypes.DoubleType, true)
            .add("score", DataTypes.DoubleType, true)
            .add("is_anomaly", DataTypes.BooleanType, true)
            .add("is_alert", DataTypes.BooleanType, false)
            .add("is_static_alert", DataTypes.BooleanType, false);

    private Judgements() {}

    /** The judgements of every series, in any order. */
    public static Dataset<Row> of(Dataset<Row> values, BaselineRule rule) {
        return values.groupByKey((MapFunction<Row, String>) row -> row.<String>getAs("series"), Encoders.STRING())
                .flatMapSortedGroups(
                        new Column[] {col("at_seconds")},
                        (FlatMapGroupsFunction<String, Row, Row>) (series, rows) -> judged(rows, rule),
                        Encoders.row(withJudgement(values.schema())));
    }

    private static StructType withJudgement(StructType values) {
        StructType both = values;
        for (StructField field : JUDGEMENT.fields()) {
            both = both.add(field);
        }
        return both;
    }

    private static Iterator<Row> judged(Iterator<Row> rows, BaselineRule rule) {
        DynamicBaseline baseline = new DynamicBaseline(rule);
        AlertHold hold = new AlertHold(rule.hold());
        Iterable<Row> once = () -> rows;
        return StreamSupport.stream(once.spliterator(), false)
                .flatMap(row -> judged(row, baseline, hold))
                .iterator();
    }

    private static Stream<Row> judged(Row row, DynamicBaseline baseline, AlertHold staticHold) {
        long second = row.<Long>getAs("at_seconds");
        @Nullable Double learnt = row.getAs("learnt");
        Judgement judgement = baseline.next(
                second,
                Objects.requireNonNullElse(learnt, Double.NaN),
                Objects.requireNonNull(row.<Double>getAs("smallest_deviation")));
        boolean staticAlert =
                staticHold.tells(second, learnt != null && Objects.requireNonNull(row.<Boolean>getAs("breaks_static")));
        return Objects.requireNonNull(row.<Boolean>getAs("is_told"))
                ? Stream.of(result(row, judgement, staticAlert))
                : Stream.empty();
    }

    private static Row result(Row row, Judgement judgement, boolean staticAlert) {
        boolean judged = Double.isFinite(judgement.allowed());
        @Nullable Object[] values = new Object[row.size() + JUDGEMENT.size()];
        for (int i = 0; i < row.size(); i++) {
            values[i] = row.get(i);
        }
        int next = row.size();
        values[next++] = finite(judgement.expected());
        values[next++] = finite(judgement.allowed());
        values[next++] = judged ? finite(judgement.score()) : null;
        values[next++] = judged ? judgement.anomalous() : null;
        values[next++] = judgement.alert();
        values[next] = staticAlert;
        return RowFactory.create(values);
    }

    private static @Nullable Double finite(double value) {
        return Double.isFinite(value) ? value : null;
    }
}
