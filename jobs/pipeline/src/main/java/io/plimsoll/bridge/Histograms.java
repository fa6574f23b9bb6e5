package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udaf;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.sketch.LogHistogram;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;

/**
 * Quantiles of any window of hours or days from the histograms of {@code silver.sli_hour} and {@code silver.sli_day}: merge the
 * window's histograms, then read the quantile, within 1 % of the values' own; see {@link LogHistogram}.
 *
 * <pre>{@code SELECT sli_id, histogram_quantile(histogram_merge(value_histogram), 0.95)
 * FROM silver.sli_day WHERE day BETWEEN '2026-03-02' AND '2026-03-29' GROUP BY sli_id}</pre>
 */
public final class Histograms {

    private static final UserDefinedFunction MERGE = udaf(new MergedHistogram(), Encoders.BINARY());
    private static final UserDefinedFunction QUANTILE =
            udf((UDF2<byte[], Double, @Nullable Double>) Histograms::quantileOf, DataTypes.DoubleType);
    private static final UserDefinedFunction COUNT =
            udf((UDF1<byte[], @Nullable Long>) Histograms::countOf, DataTypes.LongType);

    private Histograms() {}

    /** Aggregate: the histogram of all values of a group's histograms; null when every one of them is null. */
    public static Column merge(Column histogram) {
        return MERGE.apply(histogram);
    }

    /**
     * The value of rank {@code floor(1 + q (n - 1))} in ascending order, within 1 %; null for a null or empty histogram.
     *
     * @param histogram BINARY as in {@code value_histogram}
     * @param q DOUBLE in [0,1]
     */
    public static Column quantile(Column histogram, Column q) {
        return QUANTILE.apply(histogram, q);
    }

    /** How many values the histogram holds; null for a null histogram. */
    public static Column count(Column histogram) {
        return COUNT.apply(histogram);
    }

    /** Makes {@code histogram_merge}, {@code histogram_quantile} and {@code histogram_count} known to a session's SQL. */
    public static void register(SparkSession session) {
        session.udf().register("histogram_merge", MERGE);
        session.udf().register("histogram_quantile", QUANTILE);
        session.udf().register("histogram_count", COUNT);
    }

    private static @Nullable Double quantileOf(byte @Nullable [] histogram, @Nullable Double q) {
        if (histogram == null || q == null) {
            return null;
        }
        LogHistogram decoded = LogHistogram.decoded(histogram);
        return decoded.count() == 0 ? null : decoded.quantile(q);
    }

    private static @Nullable Long countOf(byte @Nullable [] histogram) {
        return histogram == null ? null : LogHistogram.decoded(histogram).count();
    }
}
