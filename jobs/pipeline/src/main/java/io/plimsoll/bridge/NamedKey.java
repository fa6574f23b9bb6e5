package io.plimsoll.bridge;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;

/**
 * A series' key by the names of its columns.
 *
 * @param row values in the order of the names
 * @param names of the columns
 */
record NamedKey(Row row, List<String> names) {

    boolean has(String column) {
        return names.contains(column);
    }

    /** A DOUBLE; empty when it is null. */
    OptionalDouble number(String column) {
        int field = names.indexOf(column);
        return row.isNullAt(field) ? OptionalDouble.empty() : OptionalDouble.of(row.getDouble(field));
    }

    /** An INT; empty when it is null. */
    OptionalInt whole(String column) {
        int field = names.indexOf(column);
        return row.isNullAt(field) ? OptionalInt.empty() : OptionalInt.of(row.getInt(field));
    }

    /** The rows of an ARRAY that is not null. */
    List<Row> rows(String column) {
        return row.getList(names.indexOf(column));
    }
}
