package io.plimsoll.gold.objectives;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.DataTypes;

/**
 * Good and total of one slot. A slot of counts brings its own; a slot of a value is one event, good when {@code value op
 * threshold} holds. The rows carry {@code measure, op, threshold} of the terms and {@code slot_good, slot_total, slot_value} of
 * the slot.
 */
final class SlotEvents {

    private SlotEvents() {}

    /** Good events; null when the slot does not carry what the measure needs. */
    static Column good() {
        Column value = col("slot_value");
        Column threshold = AgreementScope.THRESHOLD.col();
        Column isGood = when(AgreementScope.OP.col().equalTo("lt"), value.lt(threshold))
                .when(AgreementScope.OP.col().equalTo("lte"), value.leq(threshold))
                .when(AgreementScope.OP.col().equalTo("gt"), value.gt(threshold))
                .when(AgreementScope.OP.col().equalTo("gte"), value.geq(threshold));
        return when(isValue(), isGood.cast(DataTypes.LongType)).otherwise(col("slot_good"));
    }

    /** All events; null when the slot does not carry what the measure needs. */
    static Column total() {
        Column one = when(col("slot_value").isNotNull(), lit(1L));
        return when(isValue(), one).otherwise(col("slot_total"));
    }

    private static Column isValue() {
        return AgreementScope.MEASURE.col().equalTo("value");
    }
}
