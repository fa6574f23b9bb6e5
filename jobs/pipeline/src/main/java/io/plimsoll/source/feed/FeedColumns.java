package io.plimsoll.source.feed;

import static org.apache.spark.sql.types.DataTypes.BooleanType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.plimsoll.contract.Check;
import io.plimsoll.contract.Field;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The few kinds of columns and checks that feeds are made of. */
final class FeedColumns {

    private FeedColumns() {}

    /** A name that is never null and never blank. */
    static Field id(String name, String meaning) {
        return Field.required(name, StringType, meaning);
    }

    static Field text(String name, String meaning) {
        return Field.optional(name, StringType, meaning);
    }

    static Field at(String name, String meaning) {
        return Field.required(name, TimestampType, "UTC", meaning);
    }

    static Field maybeAt(String name, String meaning) {
        return Field.optional(name, TimestampType, "UTC", meaning);
    }

    static Field flag(String name, String meaning) {
        return Field.optional(name, BooleanType, meaning);
    }

    static Field number(String name, String meaning) {
        return Field.optional(name, IntegerType, meaning);
    }

    /** The column holds one of the words, or nothing. */
    static Check oneOf(String column, String... words) {
        String list = Arrays.stream(words).map(word -> "'" + word + "'").collect(Collectors.joining(", "));
        return new Check(
                column + "_known",
                column + " IS NULL OR " + column + " IN (" + list + ")",
                column + " is one of " + String.join(", ", words));
    }

    /** When both are known, the later instant does not lie before the earlier one. */
    static Check notBefore(String later, String earlier) {
        return new Check(
                later + "_not_before_" + earlier,
                later + " IS NULL OR " + earlier + " IS NULL OR " + later + " >= " + earlier,
                later + " is not before " + earlier);
    }

    /** Both instants are required and the interval is not empty. */
    static Check endsAfter(String end, String start) {
        return new Check(end + "_after_" + start, end + " > " + start, end + " is after " + start);
    }

    static Check notNegative(String column) {
        return new Check(
                column + "_not_negative", column + " IS NULL OR " + column + " >= 0", column + " is not negative");
    }

    /** NaN and the infinities are not measurements. */
    static Check finite(String column) {
        return new Check(
                column + "_finite",
                column + " IS NULL OR (NOT isnan(" + column + ") AND abs(" + column + ") < double('Infinity'))",
                column + " is a finite number");
    }
}
