package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.udf;

import io.plimsoll.statistics.attainment.Attainment;
import io.plimsoll.statistics.attainment.CreditTiers;
import io.plimsoll.statistics.attainment.RatioSum;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.jspecify.annotations.Nullable;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** The credit tier of a figure, judged on the unrounded figure; see {@link CreditTiers}. */
public final class CreditPercents {

    /** Percent of the charges. */
    public static final DataType PERCENT = DataTypes.createDecimalType(9, 4);

    private static final int PERCENT_DIGITS = 2;

    private static final UserDefinedFunction PERCENT_OF =
            udf((UDF4<Seq<Row>, Seq<Row>, Long, Long, BigDecimal>) CreditPercents::percent, PERCENT);

    private CreditPercents() {}

    /**
     * The credit in percent of the charges, before any cap; 0 when the figure earns nothing.
     *
     * @param tiers array of structs of below (ratio) and percent
     * @param slices array of structs of good and total (BIGINT, total > 0) whose ratios are summed, or null
     * @param whole good events, slices or seconds beside them (BIGINT)
     * @param total events, slices or seconds (BIGINT), above 0
     */
    public static Column of(Column tiers, Column slices, Column whole, Column total) {
        return PERCENT_OF.apply(tiers, slices, whole, total);
    }

    private static BigDecimal percent(Seq<Row> tiers, @Nullable Seq<Row> slices, Long whole, Long total) {
        RatioSum good = ExactRatios.sumOf(slices).plus(RatioSum.whole(BigInteger.valueOf(whole)));
        List<CreditTiers.Tier> declared = new ArrayList<>();
        for (Row tier : CollectionConverters.asJava(tiers)) {
            declared.add(new CreditTiers.Tier(tier.getDecimal(0).movePointRight(PERCENT_DIGITS), tier.getDecimal(1)));
        }
        return CreditTiers.of(declared).percent(new Attainment(good, BigInteger.valueOf(total), total, total));
    }
}
