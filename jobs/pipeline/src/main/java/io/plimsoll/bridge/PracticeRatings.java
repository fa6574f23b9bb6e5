package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.maturity.LowerBound;
import io.plimsoll.statistics.maturity.Rating;
import java.math.BigDecimal;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/** Ratings of practices; see {@link Rating}. */
public final class PracticeRatings {

    private static final UserDefinedFunction LOWER_BOUND =
            udf((UDF2<Double, Double, Double>) LowerBound::of, DataTypes.DoubleType);
    private static final UserDefinedFunction RATING = udf(
            (UDF4<@Nullable Double, BigDecimal, BigDecimal, BigDecimal, String>) PracticeRatings::rating,
            DataTypes.StringType);

    private PracticeRatings() {}

    /**
     * Lower end of the one-sided 90 % Wilson interval.
     *
     * @param ratio DOUBLE in [0,1]
     * @param things DOUBLE above 0, how many things the ratio is of
     */
    public static Column lowerBound(Column ratio, Column things) {
        return LOWER_BOUND.apply(ratio, things);
    }

    /**
     * N, P, L or F.
     *
     * @param lowerBound DOUBLE in [0,1]
     * @param partially DECIMAL above which it is P
     * @param largely DECIMAL above which it is L
     * @param fully DECIMAL above which it is F
     */
    public static Column rating(Column lowerBound, Column partially, Column largely, Column fully) {
        return RATING.apply(lowerBound, partially, largely, fully);
    }

    private static String rating(
            @Nullable Double lowerBound, BigDecimal partially, BigDecimal largely, BigDecimal fully) {
        return lowerBound == null
                ? Rating.NOT_EVIDENCED.code()
                : Rating.of(lowerBound, partially.doubleValue(), largely.doubleValue(), fully.doubleValue())
                        .code();
    }
}
