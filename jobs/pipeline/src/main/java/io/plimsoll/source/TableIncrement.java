package io.plimsoll.source;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import io.plimsoll.source.format.Format;
import java.util.Arrays;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/**
 * What is new in a table.
 *
 * @param position where the reading ends, to be remembered: with an incremental column its greatest value and how many rows have
 *     it, without one a fingerprint of the whole table
 * @param condition the new rows, in Spark SQL
 */
public record TableIncrement(String position, String condition) {

    private static final String SEPARATOR = " x ";

    /**
     * What is new since a position; empty when nothing is.
     *
     * @param table the whole table
     * @param column the incremental column; empty to read all when anything changed
     * @param keyed whether the feed has a key, so that rows at the boundary can be read again without harm: another row may have
     *     got the same value after the last reading
     * @param last where the last reading ended; empty before the first
     */
    static Optional<TableIncrement> since(
            Dataset<Row> table, Optional<String> column, boolean keyed, Optional<String> last) {
        return column.isPresent() ? byColumn(table, column.get(), keyed, last) : byFingerprint(table, last);
    }

    private static Optional<TableIncrement> byColumn(
            Dataset<Row> table, String column, boolean keyed, Optional<String> last) {
        Column value = col(Format.quoted(column));
        String type = table.select(value).schema().fields()[0].dataType().sql();
        Optional<String> from = last.map(position -> position.substring(0, position.lastIndexOf(SEPARATOR)))
                .map(text -> Format.quoted(column) + (keyed ? " >= " : " > ") + literal(text, type));
        Row greatest =
                from.map(table::where).orElse(table).agg(text(max(value), type)).first();
        if (greatest.isNullAt(0)) {
            return Optional.empty();
        }
        String upTo = literal(greatest.getString(0), type);
        long atBoundary = table.where(Format.quoted(column) + " = " + upTo)
                .agg(count(lit(1)))
                .first()
                .getLong(0);
        String position = greatest.getString(0) + SEPARATOR + atBoundary;
        String until = Format.quoted(column) + " <= " + upTo;
        return last.filter(position::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new TableIncrement(
                        position, from.map(after -> after + " and " + until).orElse(until)));
    }

    /** A text that means the same value in every zone. */
    private static Column text(Column value, String type) {
        return type.equals("TIMESTAMP")
                ? functions.date_format(value, "yyyy-MM-dd HH:mm:ss.SSSSSSXXX")
                : value.cast(DataTypes.StringType);
    }

    private static String literal(String text, String type) {
        return "cast('" + text.replace("\\", "\\\\").replace("'", "\\'") + "' as " + type + ")";
    }

    private static Optional<TableIncrement> byFingerprint(Dataset<Row> table, Optional<String> last) {
        Column[] columns = Arrays.stream(table.columns())
                .map(name -> col(Format.quoted(name)))
                .toArray(Column[]::new);
        Row row = table.agg(
                        count(lit(1)),
                        functions.sum(functions.xxhash64(columns).cast(DataTypes.createDecimalType(38, 0))))
                .first();
        String position = row.getLong(0) + " rows, " + row.get(1);
        return last.filter(position::equals).isPresent()
                ? Optional.empty()
                : Optional.of(new TableIncrement(position, "true"));
    }
}
