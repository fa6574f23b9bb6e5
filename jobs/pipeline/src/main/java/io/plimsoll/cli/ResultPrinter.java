package io.plimsoll.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Prints the rows of a result; csv and json stream, so a large result needs no memory. */
final class ResultPrinter {

    private static final int WIDEST_CELL = 60;

    private ResultPrinter() {}

    static void print(Dataset<Row> rows, ResultFormat format, PrintWriter out) {
        switch (format) {
            case table -> table(rows, out);
            case csv -> csv(rows, out);
            case json -> rows.toJSON().toLocalIterator().forEachRemaining(out::println);
        }
        out.flush();
    }

    /** Prints a few wide rows upright: a line a column, a column a row; csv and json as {@link #print} does. */
    static void printUpright(Dataset<Row> rows, ResultFormat format, PrintWriter out) {
        if (format != ResultFormat.table) {
            print(rows, format, out);
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        for (String column : rows.columns()) {
            lines.add(new ArrayList<>(List.of(column)));
        }
        for (Row row : asText(rows).collectAsList()) {
            for (int i = 0; i < row.size(); i++) {
                lines.get(i).add(row.isNullAt(i) ? "" : shortened(row.getString(i)));
            }
        }
        TextTable.print(lines, out);
        out.flush();
    }

    private static void csv(Dataset<Row> rows, PrintWriter out) {
        out.println(String.join(
                ",", List.of(rows.columns()).stream().map(ResultPrinter::quoted).toList()));
        Iterator<Row> each = asText(rows).toLocalIterator();
        while (each.hasNext()) {
            Row row = each.next();
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.isNullAt(i) ? "" : quoted(row.getString(i)));
            }
            out.println(String.join(",", cells));
        }
    }

    private static void table(Dataset<Row> rows, PrintWriter out) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of(rows.columns()));
        for (Row row : asText(rows).collectAsList()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                cells.add(row.isNullAt(i) ? "" : shortened(row.getString(i)));
            }
            lines.add(cells);
        }
        TextTable.print(lines, out);
        out.println(lines.size() - 1 + (lines.size() == 2 ? " row" : " rows"));
    }

    /** Every cell as the text that Spark casts it to; nested values and binaries as JSON. */
    private static Dataset<Row> asText(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>();
        for (StructField field : rows.schema().fields()) {
            Column column = rows.col("`" + field.name().replace("`", "``") + "`");
            columns.add((isNested(field.dataType()) ? functions.to_json(column) : text(column, field.dataType()))
                    .as(field.name()));
        }
        return rows.select(columns.toArray(Column[]::new));
    }

    private static Column text(Column column, DataType type) {
        return type.equals(DataTypes.BinaryType) ? functions.base64(column) : column.cast(DataTypes.StringType);
    }

    private static boolean isNested(DataType type) {
        return switch (type.typeName()) {
            case "array", "map", "struct", "variant" -> true;
            default -> false;
        };
    }

    private static String shortened(String cell) {
        String line = cell.replace('\n', ' ').replace('\r', ' ');
        return line.length() <= WIDEST_CELL ? line : line.substring(0, WIDEST_CELL - 1) + "…";
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }
}
