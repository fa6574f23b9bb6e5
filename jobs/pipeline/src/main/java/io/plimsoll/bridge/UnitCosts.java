package io.plimsoll.bridge;

import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import io.plimsoll.contract.Field;
import io.plimsoll.statistics.capacity.UnitCost;
import io.plimsoll.statistics.promise.TargetLevel;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalDouble;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** What reliability costs, see {@link UnitCost}, and at which level it is, see {@link TargetLevel}. */
public final class UnitCosts {

    /** Money of one unit: a good request may cost a millionth of a cent. */
    public static final DataType UNIT_MONEY = DataTypes.createDecimalType(38, 18);

    private static final int DECIMALS = 18;

    private static final StructType RESULT = new StructType()
            .add("cost_per_good_unit", UNIT_MONEY, true)
            .add("nines", DataTypes.DoubleType, true)
            .add("cost_per_nine", DataTypes.DoubleType, true);

    private static final UserDefinedFunction COST = udf((UDF1<Row, Row>) UnitCosts::cost, RESULT);

    private static final UserDefinedFunction LEVEL =
            udf((UDF2<@Nullable BigDecimal, @Nullable BigDecimal, @Nullable BigDecimal>) UnitCosts::level, Field.RATIO);

    private UnitCosts() {}

    /**
     * A struct of cost_per_good_unit, nines and cost_per_nine; each null where it does not exist.
     *
     * @param cost DECIMAL; null for no figures
     * @param good DECIMAL; null for no figures
     * @param total DECIMAL, at least good; null for no figures
     */
    public static Column of(Column cost, Column good, Column total) {
        return COST.apply(struct(cost.as("cost"), good.as("good"), total.as("total")));
    }

    /** The strictest level that good of a total reaches; null without a total. */
    public static Column level(Column good, Column total) {
        return LEVEL.apply(good, total);
    }

    private static Row cost(Row row) {
        if (row.anyNull()) {
            return RowFactory.create(null, null, null);
        }
        UnitCost cost = new UnitCost(row.getDecimal(0), row.getDecimal(1), row.getDecimal(2));
        return RowFactory.create(
                cost.perGoodUnit()
                        .map(money -> money.setScale(DECIMALS, RoundingMode.HALF_EVEN))
                        .orElse(null),
                known(cost.nines()),
                known(cost.perNine()));
    }

    private static @Nullable BigDecimal level(@Nullable BigDecimal good, @Nullable BigDecimal total) {
        return good == null || total == null || total.signum() == 0 ? null : TargetLevel.reached(good, total);
    }

    private static @Nullable Double known(OptionalDouble figure) {
        return figure.isPresent() ? figure.getAsDouble() : null;
    }
}
