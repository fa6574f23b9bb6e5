package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.attainment.BurnAlert;
import io.plimsoll.statistics.attainment.BurnCondition;
import io.plimsoll.statistics.attainment.BurnHistory;
import io.plimsoll.statistics.attainment.Ratio;
import io.plimsoll.statistics.timeline.Interval;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The stretches of a day in which an objective's burn conditions held; see {@link BurnHistory}. An objective without a policy is
 * held against the standard conditions, scaled to its window.
 *
 * <p>Input fields: {@code hours (array of at, minutes (array of minute, good, total)), from, to, target, window_seconds,
 * grain_seconds, policies (array of policy, op, threshold, lookback_seconds, after_seconds)}; instants are epoch seconds.
 */
public final class BurnStretches {

    /** Length of a cell. */
    public static final long CELL_SECONDS = 300;

    private static final int THRESHOLD_DECIMALS = 6;
    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;

    private static final ArrayType STRETCHES = DataTypes.createArrayType(
            new StructType()
                    .add("policy", DataTypes.StringType, false)
                    .add("long_seconds", DataTypes.LongType, false)
                    .add("short_seconds", DataTypes.LongType, false)
                    .add("threshold", DataTypes.createDecimalType(18, THRESHOLD_DECIMALS), false)
                    .add("from_at", DataTypes.TimestampType, false)
                    .add("to_at", DataTypes.TimestampType, false),
            false);

    private static final UserDefinedFunction STRETCHES_OF =
            udf((UDF1<Row, List<Row>>) BurnStretches::stretches, STRETCHES);

    private BurnStretches() {}

    /** A condition under its policy's name. */
    private record Named(String policy, BurnCondition condition) {}

    /** An array of policy, long_seconds, short_seconds, threshold, from_at, to_at. */
    public static Column of(Column day) {
        return STRETCHES_OF.apply(day);
    }

    private static List<Row> stretches(Row day) {
        long from = day.<Long>getAs("from");
        long to = day.<Long>getAs("to");
        List<Named> conditions = conditions(day);
        long reach = conditions.stream()
                .mapToLong(each ->
                        each.condition().longSeconds() + each.condition().afterSeconds())
                .max()
                .orElse(0);
        BurnHistory history =
                BurnHistory.of(day.getAs("target"), CELL_SECONDS, cells(day), from - reach - CELL_SECONDS, to);
        List<Row> rows = new ArrayList<>();
        for (Named each : conditions) {
            for (Interval held : history.holds(each.condition(), from, to).intervals()) {
                rows.add(row(each, held));
            }
        }
        return rows;
    }

    private static Row row(Named each, Interval held) {
        BurnCondition condition = each.condition();
        return RowFactory.create(
                each.policy(),
                condition.longSeconds(),
                condition.shortSeconds(),
                condition.threshold().toBigDecimal(THRESHOLD_DECIMALS),
                Instant.ofEpochSecond(held.from()),
                Instant.ofEpochSecond(held.to()));
    }

    private static List<Named> conditions(Row day) {
        long grain = day.<Long>getAs("grain_seconds");
        List<Named> conditions = new ArrayList<>();
        for (Row policy : day.<Row>getList(day.fieldIndex("policies"))) {
            Long lookback = policy.getAs("lookback_seconds");
            if (lookback != null) {
                Long after = policy.getAs("after_seconds");
                conditions.add(new Named(
                        policy.getAs("policy"),
                        BurnCondition.twelfth(
                                lookback,
                                policy.getAs("op"),
                                Ratio.of(policy.<BigDecimal>getAs("threshold")),
                                after == null ? 0 : after,
                                grain,
                                CELL_SECONDS)));
            }
        }
        return day.<Row>getList(day.fieldIndex("policies")).isEmpty() ? standard(day, grain) : conditions;
    }

    private static List<Named> standard(Row day, long grain) {
        long window = day.<Long>getAs("window_seconds");
        return BurnAlert.STANDARD.stream()
                .map(alert -> new Named(
                        "standard-" + alert.longSeconds() / HOUR + "h",
                        BurnCondition.twelfth(
                                alert.longSeconds(), "gt", alert.threshold(window), 0, grain, CELL_SECONDS)))
                .toList();
    }

    private static List<BurnHistory.Cell> cells(Row day) {
        List<BurnHistory.Cell> cells = new ArrayList<>();
        for (Row hour : day.<Row>getList(day.fieldIndex("hours"))) {
            long at = hour.<Long>getAs("at");
            for (Row cell : hour.<Row>getList(hour.fieldIndex("minutes"))) {
                BigDecimal total = cell.getAs("total");
                BigDecimal bad = total.subtract(cell.<BigDecimal>getAs("good"));
                cells.add(new BurnHistory.Cell(at + cell.<Integer>getAs("minute") * MINUTE, bad, total));
            }
        }
        return cells;
    }
}
