package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.attainment.RatioSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Sums of slice ratios, compared with a target without rounding; see {@link RatioSum}. */
public final class ExactRatios {

    private static final int PUBLISHED_DECIMALS = 9;

    private static final UserDefinedFunction SUM = udf(
            (UDF1<Seq<Row>, BigDecimal>) slices -> sumOf(slices).toBigDecimal(PUBLISHED_DECIMALS),
            DataTypes.createDecimalType(38, PUBLISHED_DECIMALS));

    private static final UserDefinedFunction MEETS =
            udf((UDF4<Seq<Row>, Long, Long, BigDecimal, Boolean>) ExactRatios::meets, DataTypes.BooleanType);

    private ExactRatios() {}

    /**
     * {@code Σ good / total} with nine decimals, rounded half even; 0 without slices.
     *
     * @param slices array of structs of good and total (BIGINT, total > 0), or null
     */
    public static Column sum(Column slices) {
        return SUM.apply(slices);
    }

    /**
     * Whether {@code Σ good / total + more >= target × count}, exactly.
     *
     * @param slices array of structs of good and total (BIGINT, total > 0), or null
     * @param more slices that count as wholly good
     * @param count slices in all
     * @param target DECIMAL in [0,1]
     */
    public static Column meets(Column slices, Column more, Column count, Column target) {
        return MEETS.apply(slices, more, count, target);
    }

    private static Boolean meets(@Nullable Seq<Row> slices, Long more, Long count, BigDecimal target) {
        RatioSum sum = sumOf(slices).plus(RatioSum.whole(BigInteger.valueOf(more)));
        return sum.compareTo(target.multiply(BigDecimal.valueOf(count))) >= 0;
    }

    static RatioSum sumOf(@Nullable Seq<Row> slices) {
        Map<Long, BigInteger> goodByTotal = new HashMap<>();
        List<Row> rows = slices == null ? List.of() : CollectionConverters.asJava(slices);
        for (Row slice : rows) {
            goodByTotal.merge(slice.getLong(1), BigInteger.valueOf(slice.getLong(0)), BigInteger::add);
        }
        return RatioSum.of(goodByTotal);
    }
}
