package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.attainment.CompositeObjective;
import io.plimsoll.statistics.attainment.CompositeObjective.Member;
import io.plimsoll.statistics.attainment.Ratio;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The weighted mean of what the members of a composite attained; see {@link CompositeObjective#weighted}. */
public final class WeightedMean {

    private static final StructType MEAN =
            new StructType().add("attained", DataTypes.DoubleType, true).add("is_met", DataTypes.BooleanType, true);

    private static final UserDefinedFunction MEAN_OF = udf((UDF1<Row, Row>) WeightedMean::mean, MEAN);

    private WeightedMean() {}

    /**
     * A struct of attained (null when no member has data) and is_met ({@code attained >= target}, exactly; null without either).
     *
     * @param members array of structs of weight, good and total (DECIMAL); a total that is null or 0 is no data
     * @param target DECIMAL, or null
     */
    public static Column of(Column members, Column target) {
        return MEAN_OF.apply(struct(members.as("members"), target.as("target")));
    }

    private static Row mean(Row row) {
        List<Member> members = new ArrayList<>();
        for (Row member : row.<Row>getList(row.fieldIndex("members"))) {
            members.add(new Member(member.getAs("weight"), attained(member)));
        }
        BigDecimal target = row.getAs("target");
        return CompositeObjective.weighted(members)
                .map(mean -> RowFactory.create(mean.doubleValue(), isMet(mean, target)))
                .orElseGet(() -> RowFactory.create(null, null));
    }

    private static @Nullable Boolean isMet(Ratio mean, @Nullable BigDecimal target) {
        return target == null ? null : mean.compareTo(Ratio.of(target)) >= 0;
    }

    private static Optional<Ratio> attained(Row member) {
        BigDecimal good = member.getAs("good");
        BigDecimal total = member.getAs("total");
        return total == null || total.signum() == 0
                ? Optional.empty()
                : Optional.of(Ratio.of(good).dividedBy(Ratio.of(total)));
    }
}
