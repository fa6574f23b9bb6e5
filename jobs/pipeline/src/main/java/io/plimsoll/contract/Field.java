package io.plimsoll.contract;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table.
 *
 * @param name snake_case, ending in its unit where it has one
 * @param type Spark type; instants are {@code TIMESTAMP} in UTC, calendar days are {@code DATE}
 * @param required whether null is forbidden; what null means in an optional field stands in its meaning
 * @param unit unit of the value ({@code s}, {@code ratio}, {@code USD}); empty where the value has none
 * @param meaning one sentence for the person who queries the column
 */
public record Field(String name, DataType type, boolean required, String unit, String meaning) {

    /** Exact contractual ratio, such as a target. */
    public static final DataType RATIO = DataTypes.createDecimalType(18, 12);

    /** Sum of events, slices, slice ratios or seconds: integers are exact, ratios keep nine decimals. */
    public static final DataType QUANTITY = DataTypes.createDecimalType(38, 9);

    /** A field that is never null and has no unit. */
    public static Field required(String name, DataType type, String meaning) {
        return new Field(name, type, true, "", meaning);
    }

    /** A field that is never null. */
    public static Field required(String name, DataType type, String unit, String meaning) {
        return new Field(name, type, true, unit, meaning);
    }

    /** A field that may be null and has no unit. */
    public static Field optional(String name, DataType type, String meaning) {
        return new Field(name, type, false, "", meaning);
    }

    /** A field that may be null. */
    public static Field optional(String name, DataType type, String unit, String meaning) {
        return new Field(name, type, false, unit, meaning);
    }

    /** The column of this name in whatever it is selected from. */
    public Column col() {
        return functions.col(name);
    }

    /** This field as a part of a Spark schema, with unit and meaning as its comment. */
    public StructField toStructField() {
        return new StructField(
                name,
                type,
                !required,
                new MetadataBuilder().putString("comment", comment()).build());
    }

    /** Meaning and unit as they stand in the Delta table's column comment. */
    public String comment() {
        return unit.isEmpty() ? meaning : meaning + " [" + unit + "]";
    }
}
