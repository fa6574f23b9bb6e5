package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import io.plimsoll.statistics.promise.BreachRisk;
import io.plimsoll.statistics.promise.BreachRisk.Standing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Daily bad and total of promises to the risk of their open periods; see {@link BreachRisk}. */
public final class BreachRisks {

    /** LONG: the day, counted from 1970. */
    public static final String STEP = "step";
    /** DOUBLE: what was bad on the day; null when nothing is known of it. */
    public static final String BAD = "day_bad";
    /** DOUBLE: all of the day; null when nothing is known of it. */
    public static final String TOTAL = "day_total";

    private static final String IN_SCOPE = "in_scope";

    /**
     * How a period stands, the same in all rows of a promise: the first day of the period, the first that is not over, and the first
     * after its end, as steps; the part of the day that is not over which is still to come; bad and total so far; the target.
     */
    public static final StructType STANDING = new StructType()
            .add("period_step", LongType, false)
            .add("today_step", LongType, false)
            .add("end_step", LongType, false)
            .add("today_left", DoubleType, false)
            .add("bad_so_far", DoubleType, false)
            .add("total_so_far", DoubleType, false)
            .add("target_ratio", DoubleType, false);

    /** Null where too little was seen to say; days to the breach are 0 when the budget is used up already, null when no path misses. */
    private static final StructType FIGURES = new StructType()
            .add("p_breach", DoubleType, true)
            .add("expected_attained", DoubleType, true)
            .add("days_to_breach", IntegerType, true)
            .add("foreseen_days_ago", IntegerType, true);

    private BreachRisks() {}

    /**
     * The key columns and the figures of every promise.
     *
     * @param days rows with the key columns, {@link #STANDING}, {@link #STEP}, {@link #BAD}, {@link #TOTAL}; a day without a row is out of the
     *     scope of the promise: nothing was asked then
     * @param key columns that name a promise
     * @param foreseenFrom probability from which a breach counts as foreseen
     */
    public static Dataset<Row> of(Dataset<Row> days, List<String> key, double foreseenFrom) {
        StructType output = SeriesFanOut.keyed(days, key, FIGURES);
        List<String> all = new ArrayList<>(key);
        all.addAll(List.of(STANDING.fieldNames()));
        int keys = key.size();
        return SeriesFanOut.of(
                days.withColumn(IN_SCOPE, lit(1.0)),
                all,
                STEP,
                List.of(BAD, TOTAL, IN_SCOPE),
                output,
                series -> List.of(row(series, keys, foreseenFrom)));
    }

    private static Row row(Series series, int keys, double foreseenFrom) {
        Row key = series.key();
        long today = key.getLong(keys + 1);
        double[] inScope = series.until(2, today);
        double[] bad = zeroOutOfScope(series.until(0, today), inScope);
        double[] total = zeroOutOfScope(series.until(1, today), inScope);
        double[] remaining = new double[Math.toIntExact(Math.max(0, key.getLong(keys + 2) - today))];
        Arrays.fill(remaining, 1);
        if (remaining.length > 0) {
            remaining[0] = key.getDouble(keys + 3);
        }
        Standing standing = new Standing(key.getDouble(keys + 4), key.getDouble(keys + 5), key.getDouble(keys + 6));
        Optional<BreachRisk> risk = BreachRisk.of(bad, total, standing, remaining);
        int daysOver = Math.toIntExact(today - key.getLong(keys));
        Optional<Integer> foreseen = risk.isPresent() && risk.get().pBreach() >= foreseenFrom
                ? BreachRisk.foreseenDaysAgo(bad, total, standing, remaining, foreseenFrom, daysOver)
                : Optional.empty();
        @Nullable Object[] cells = new @Nullable Object[keys + FIGURES.size()];
        for (int i = 0; i < keys; i++) {
            cells[i] = key.get(i);
        }
        cells[keys] = risk.map(BreachRisk::pBreach).orElse(null);
        cells[keys + 1] = risk.map(BreachRisk::expectedAttained).orElse(null);
        cells[keys + 2] = risk.flatMap(BreachRisk::daysToBreach).orElse(null);
        cells[keys + 3] = foreseen.orElse(null);
        return RowFactory.create(cells);
    }

    private static double[] zeroOutOfScope(double[] values, double[] inScope) {
        for (int day = 0; day < values.length; day++) {
            values[day] = Double.isNaN(inScope[day]) ? 0 : values[day];
        }
        return values;
    }
}
