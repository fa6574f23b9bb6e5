package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.accountability.Attribution;
import io.plimsoll.statistics.accountability.Attribution.Candidate;
import io.plimsoll.statistics.accountability.Attribution.Lapse;
import io.plimsoll.statistics.accountability.Attribution.Share;
import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Timeline;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * From what was bad in a period, as a row, to everybody's share of it; see {@link Attribution}.
 *
 * <p>Input fields: {@code is_state, is_ratio, segments (from_at, to_at, treatment, state), cells (array of from_second, seconds,
 * good, total; those with good < total are the lapses), target, missing (slices without a slot that count as bad),
 * resolution_seconds, slice_seconds (null), candidates (array, in declared order, of position, depth, from_second, to_second,
 * bad)}.
 */
public final class LapseShares {

    private static final int DECIMALS = 9;

    private static final StructType SHARE = new StructType()
            .add("position", DataTypes.IntegerType, true)
            .add("bad", DataTypes.createDecimalType(38, DECIMALS), false)
            .add("bad_seconds", DataTypes.LongType, false);

    private static final UserDefinedFunction SHARES =
            udf((UDF1<Row, List<Row>>) LapseShares::shares, DataTypes.createArrayType(SHARE, false));

    private LapseShares() {}

    /**
     * An array of structs of position (null for the provider), bad and bad_seconds.
     *
     * @param lapses a struct of the fields above
     */
    public static Column of(Column lapses) {
        return SHARES.apply(lapses);
    }

    private static List<Row> shares(Row row) {
        List<Candidate> candidates = candidates(row);
        List<Share> shares = row.<Boolean>getAs("is_state")
                ? Attribution.ofTime(candidates, problems(row))
                : Attribution.ofLapses(candidates, lapses(row), DECIMALS);
        return shares.stream().map(LapseShares::row).toList();
    }

    private static Row row(Share share) {
        return RowFactory.create(
                share.id().map(Integer::valueOf).orElse(null),
                share.amount().setScale(DECIMALS, RoundingMode.UNNECESSARY),
                share.seconds());
    }

    private static List<Candidate> candidates(Row row) {
        List<Candidate> candidates = new ArrayList<>();
        for (Row candidate : row.<Row>getList(row.fieldIndex("candidates"))) {
            Timeline inForce = Timeline.of(candidate.<Long>getAs("from_second"), candidate.<Long>getAs("to_second"));
            candidates.add(new Candidate(
                    String.valueOf(candidate.<Integer>getAs("position")),
                    candidate.<Integer>getAs("depth"),
                    Observations.timeline(candidate, "bad").intersect(inForce)));
        }
        return candidates;
    }

    private static Timeline problems(Row row) {
        List<Interval> problems = new ArrayList<>();
        for (Row segment : row.<Row>getList(row.fieldIndex("segments"))) {
            if ("measured".equals(segment.getAs("treatment")) && "PROBLEM".equals(segment.getAs("state"))) {
                problems.add(interval(segment));
            }
        }
        return Timeline.of(problems);
    }

    private static List<Lapse> lapses(Row row) {
        boolean isRatio = row.<Boolean>getAs("is_ratio");
        BigDecimal target = row.getAs("target");
        List<Lapse> lapses = new ArrayList<>();
        List<Interval> received = new ArrayList<>();
        for (Row cell : row.<Row>getList(row.fieldIndex("cells"))) {
            long from = cell.<Long>getAs("from_second");
            long seconds = cell.<Long>getAs("seconds");
            long good = cell.<Long>getAs("good");
            long total = cell.<Long>getAs("total");
            Interval when = new Interval(from, from + seconds);
            received.add(when);
            if (good < total) {
                boolean isBad = BigDecimal.valueOf(good).compareTo(target.multiply(BigDecimal.valueOf(total))) < 0;
                lapses.add(new Lapse(when, total - good, isRatio ? total : 1, isBad ? seconds : 0));
            }
        }
        lapses.addAll(missing(row, Timeline.of(received)));
        return lapses;
    }

    /** Slices of the net scope of which no slot came, the earliest first, as many as the period counts. */
    private static List<Lapse> missing(Row row, Timeline received) {
        long count = row.<Long>getAs("missing");
        Long slice = row.getAs("slice_seconds");
        if (count == 0 || slice == null) {
            return List.of();
        }
        return net(row).sliceStarts(row.<Long>getAs("resolution_seconds"), slice)
                .filter(start -> !received.contains(start))
                .limit(count)
                .mapToObj(start -> new Lapse(new Interval(start, start + slice), 1, 1, slice))
                .toList();
    }

    private static Timeline net(Row row) {
        List<Interval> net = new ArrayList<>();
        for (Row segment : row.<Row>getList(row.fieldIndex("segments"))) {
            if (!"remove".equals(segment.getAs("treatment"))) {
                net.add(interval(segment));
            }
        }
        return Timeline.of(net);
    }

    private static Interval interval(Row segment) {
        return new Interval(
                segment.<Instant>getAs("from_at").getEpochSecond(),
                segment.<Instant>getAs("to_at").getEpochSecond());
    }
}
