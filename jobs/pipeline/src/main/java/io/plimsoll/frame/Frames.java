package io.plimsoll.frame;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructField;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;
import tech.tablesaw.api.BooleanColumn;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.InstantColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;
import tech.tablesaw.columns.numbers.NumberColumnFormatter;

/**
 * Rows of Spark as a frame of Tablesaw, which is held in this process: a question's answer, not a table's facts.
 *
 * <p>A frame is to look at and to draw. It has no decimals: DECIMAL becomes the nearest double, and figures are printed with at most six decimals. What must be
 * exact, such as a verdict or an amount of money, is compared in the question, where Spark has decimals.
 */
public final class Frames {

    private static final String SIX_DECIMALS = "0.######";

    private Frames() {}

    /**
     * All rows, in their order: strings, dates, booleans, numbers and instants as columns of their kind, null as missing; an array as its elements with
     * commas between, any other type as its text.
     */
    public static Table of(Dataset<Row> rows) {
        List<Row> held = rows.collectAsList();
        Table frame = Table.create();
        StructField[] fields = rows.schema().fields();
        for (int place = 0; place < fields.length; place++) {
            frame.addColumns(column(fields[place], place, held));
        }
        return frame;
    }

    private static Column<?> column(StructField field, int place, List<Row> rows) {
        Column<?> column = empty(field.name(), field.dataType());
        for (Row row : rows) {
            if (row.isNullAt(place)) {
                column.appendMissing();
            } else {
                column.appendObj(cell(column, row.get(place)));
            }
        }
        return column;
    }

    private static Column<?> empty(String name, DataType type) {
        if (type instanceof DecimalType) {
            return figures(name);
        }
        return switch (type.typeName()) {
            case "double", "float" -> figures(name);
            case "byte", "short", "integer" -> IntColumn.create(name);
            case "long" -> LongColumn.create(name);
            case "boolean" -> BooleanColumn.create(name);
            case "date" -> DateColumn.create(name);
            case "timestamp" -> InstantColumn.create(name);
            default -> StringColumn.create(name);
        };
    }

    private static DoubleColumn figures(String name) {
        DoubleColumn column = DoubleColumn.create(name);
        column.setPrintFormatter(new NumberColumnFormatter(
                new DecimalFormat(SIX_DECIMALS, DecimalFormatSymbols.getInstance(Locale.ROOT))));
        return column;
    }

    private static Object cell(Column<?> column, Object value) {
        if (column instanceof DoubleColumn) {
            return ((Number) value).doubleValue();
        }
        if (column instanceof IntColumn) {
            return ((Number) value).intValue();
        }
        return column instanceof StringColumn ? text(value) : value;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof scala.collection.Iterable<?> elements && !(value instanceof scala.collection.Map)) {
            return StreamSupport.stream(CollectionConverters.asJava(elements).spliterator(), false)
                    .map(Frames::text)
                    .collect(Collectors.joining(", "));
        }
        return String.valueOf(value);
    }
}
