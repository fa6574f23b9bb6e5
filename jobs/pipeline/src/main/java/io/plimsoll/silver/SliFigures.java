package io.plimsoll.silver;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DoubleType;
import static org.apache.spark.sql.types.DataTypes.LongType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import java.util.List;

/**
 * What an hour and a day say of an indicator's slots. Sums of an indicator that counts events are null for one that measures a
 * value, and the other way round; a row has both when its slots bring both.
 */
final class SliFigures {

    static final Field GOOD = Field.optional("good", LongType, "events", "good events; null without a slot of counts");
    static final Field TOTAL = Field.optional("total", LongType, "events", "all events; null without a slot of counts");
    static final Field BAD_SLOTS = Field.optional(
            "bad_slots", LongType, "slots", "slots with at least one bad event; null without a slot of counts");
    static final Field SLOTS = Field.required("slots", LongType, "slots", "slots received, of counts or of a value");
    static final Field VALUE_COUNT =
            Field.optional("value_count", LongType, "values", "slots with a value; null without one");
    static final Field VALUE_SUM = Field.optional(
            "value_sum",
            DoubleType,
            "the values' sum, rounded once, whatever their order; in the indicator's unit; null without a value");
    static final Field VALUE_MIN =
            Field.optional("value_min", DoubleType, "smallest value, in the indicator's unit; null without one");
    static final Field VALUE_MAX =
            Field.optional("value_max", DoubleType, "largest value, in the indicator's unit; null without one");
    static final Field VALUE_HISTOGRAM = Field.optional(
            "value_histogram",
            BinaryType,
            "the values' logarithmic histogram, 1 % relative error, for histogram_merge and histogram_quantile; null without a value");

    static final List<Field> ALL =
            List.of(GOOD, TOTAL, BAD_SLOTS, SLOTS, VALUE_COUNT, VALUE_SUM, VALUE_MIN, VALUE_MAX, VALUE_HISTOGRAM);

    static final List<Check> CHECKS = List.of(
            new Check(
                    "good_within_total",
                    "total IS NULL OR (good IS NOT NULL AND good >= 0 AND good <= total)",
                    "0 <= good <= total where events are counted"),
            new Check(
                    "bad_slots_within_slots",
                    "bad_slots IS NULL OR bad_slots BETWEEN 0 AND slots",
                    "bad slots are some of the slots received"),
            new Check(
                    "values_within_range",
                    "value_count IS NULL OR (value_count BETWEEN 1 AND slots AND value_min <= value_max)",
                    "values come from slots, and the smallest is not above the largest"));

    private SliFigures() {}
}
