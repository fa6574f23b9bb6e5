package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.benchmark.LikeForLike;
import io.plimsoll.statistics.benchmark.LikeForLike.Result;
import io.plimsoll.statistics.benchmark.Member;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Services beside their peers; see {@link LikeForLike}. A figure that does not exist is null. */
public final class Benchmarks {

    private static final StructType RESULT = new StructType()
            .add("observed_ratio", DataTypes.DoubleType, false)
            .add("everyone_ratio", DataTypes.DoubleType, true)
            .add("compared_event_ratio", DataTypes.DoubleType, false)
            .add("peers", DataTypes.LongType, false)
            .add("compared_ratio", DataTypes.DoubleType, true)
            .add("expected_ratio", DataTypes.DoubleType, true)
            .add("mix_effect", DataTypes.DoubleType, true)
            .add("rate_effect", DataTypes.DoubleType, true)
            .add("rate_effect_lo95", DataTypes.DoubleType, true)
            .add("rate_effect_hi95", DataTypes.DoubleType, true)
            .add("is_reversed", DataTypes.BooleanType, false)
            .add("verdict", DataTypes.StringType, false);

    private static final UserDefinedFunction COMPARED = udf((UDF1<Row, Row>) Benchmarks::compared, RESULT);

    private Benchmarks() {}

    /**
     * The comparison as a struct of the fields above.
     *
     * @param members array of (group, own, days, bad, events, day_squares), at least one of them own, in an order that is always
     *     the same
     */
    public static Column of(Column members) {
        return COMPARED.apply(struct(members.as("members")));
    }

    private static Row compared(Row wrapped) {
        List<Member> members = wrapped.<Row>getList(0).stream()
                .map(row -> new Member(
                        row.<@Nullable String>getAs("group"),
                        row.<Boolean>getAs("own"),
                        row.<Long>getAs("days"),
                        row.<Double>getAs("bad"),
                        row.<Double>getAs("events"),
                        row.<Double>getAs("day_squares")))
                .toList();
        Result result = LikeForLike.of(members);
        double events =
                members.stream().filter(Member::own).mapToDouble(Member::events).sum();
        return RowFactory.create(
                result.observed(),
                known(result.everyone()),
                result.comparedEvents() / events,
                result.peers(),
                known(result.compared()),
                known(result.expected()),
                known(result.mixEffect()),
                known(result.rateEffect()),
                known(result.lo95()),
                known(result.hi95()),
                result.isReversed(),
                result.verdict().name());
    }

    private static @Nullable Double known(double figure) {
        return Double.isNaN(figure) ? null : figure;
    }
}
