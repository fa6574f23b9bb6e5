package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.timeline.Observation;
import io.plimsoll.statistics.timeline.Timeline;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * What several objectives attained at the same time, against what they would have, had they failed independently; see
 * {@link Observation#serial} and {@link Observation#parallel}.
 *
 * <p>Input fields: {@code scope (array of from_at, to_at), members (array of good, bad, each an array of from_at, to_at)}.
 */
public final class SeenTogether {

    private static final StructType SEEN = new StructType()
            .add("all_good_seconds", DataTypes.LongType, false)
            .add("all_known_seconds", DataTypes.LongType, false)
            .add("any_good_seconds", DataTypes.LongType, false)
            .add("any_known_seconds", DataTypes.LongType, false)
            .add("independent_all_ratio", DataTypes.DoubleType, false)
            .add("independent_any_ratio", DataTypes.DoubleType, false)
            .add("scope_seconds", DataTypes.LongType, false);

    private static final UserDefinedFunction SEEN_OF = udf((UDF1<Row, Row>) SeenTogether::seen, SEEN);

    private SeenTogether() {}

    /**
     * A struct of the seconds in which all (any) of the members were good, those in which that is known, the product of the
     * members' own shares of good in known seconds ({@code 1 - Π (1 - share)} for any), and the scope's seconds. Null when
     * there is no member, or when one was not seen at all in the scope.
     *
     * @param observations a struct of the fields above
     */
    public static Column of(Column observations) {
        return SEEN_OF.apply(observations);
    }

    private static @Nullable Row seen(Row row) {
        Timeline scope = Observations.timeline(row, "scope");
        List<Observation> members = new ArrayList<>();
        for (Row member : row.<Row>getList(row.fieldIndex("members"))) {
            Timeline bad = Observations.timeline(member, "bad");
            members.add(new Observation(Observations.timeline(member, "good").subtract(bad), bad).within(scope));
        }
        return members.isEmpty()
                        || members.stream().anyMatch(member -> member.known().isEmpty())
                ? null
                : seen(members, scope);
    }

    private static Row seen(List<Observation> members, Timeline scope) {
        Observation all = Observation.serial(members);
        Observation any = Observation.parallel(members);
        double allGood = 1;
        double allBad = 1;
        for (Observation member : members) {
            double known = member.known().seconds();
            allGood *= member.good().seconds() / known;
            allBad *= member.bad().seconds() / known;
        }
        return RowFactory.create(
                all.good().seconds(),
                all.known().seconds(),
                any.good().seconds(),
                any.known().seconds(),
                allGood,
                1 - allBad,
                scope.seconds());
    }
}
