package io.plimsoll.contract;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** Columns of fields in the form in which Spark's {@code select}, {@code groupBy} and {@code over} take them. */
public final class Columns {

    private Columns() {}

    /** The fields' columns, then the others. */
    public static Column[] of(List<Field> fields, Column... others) {
        return Stream.concat(fields.stream().map(Field::col), Stream.of(others)).toArray(Column[]::new);
    }
}
