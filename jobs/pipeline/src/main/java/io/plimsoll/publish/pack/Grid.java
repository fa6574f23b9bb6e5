package io.plimsoll.publish.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * An answer as it is printed: headings and rows of text.
 *
 * @param columns in order
 * @param rows of one cell a column; an empty text where nothing is known
 */
record Grid(List<Heading> columns, List<List<String>> rows) {

    /**
     * A column.
     *
     * @param name its heading
     * @param isNumber whether all its cells are numbers, which stand to the right
     */
    record Heading(String name, boolean isNumber) {}

    private static final Pattern NUMBER = Pattern.compile("-?[0-9][0-9,]*(\\.[0-9]+)?");

    /** The text of a frame's cells: numbers with at most six decimals, a missing cell as nothing. A column of texts that are all numbers is one of numbers. */
    static Grid of(Table frame) {
        List<List<String>> rows = new ArrayList<>();
        for (int row = 0; row < frame.rowCount(); row++) {
            List<String> cells = new ArrayList<>();
            for (Column<?> column : frame.columns()) {
                cells.add(column.isMissing(row) ? "" : text(column, row));
            }
            rows.add(List.copyOf(cells));
        }
        List<Heading> columns = new ArrayList<>();
        for (int column = 0; column < frame.columnCount(); column++) {
            columns.add(new Heading(frame.column(column).name(), areNumbers(rows, column)));
        }
        return new Grid(List.copyOf(columns), List.copyOf(rows));
    }

    private static boolean areNumbers(List<List<String>> rows, int column) {
        List<String> known = rows.stream()
                .map(row -> row.get(column))
                .filter(cell -> !cell.isEmpty())
                .toList();
        return !known.isEmpty()
                && known.stream().allMatch(cell -> NUMBER.matcher(cell).matches());
    }

    private static String text(Column<?> column, int row) {
        return column.get(row) instanceof Boolean truth ? (truth ? "yes" : "no") : column.getString(row);
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** SHA-256 of headings and rows in hexadecimal: cells parted by U+001F, lines by a line feed, as UTF-8. */
    String digest() {
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().map(Heading::name).collect(Collectors.joining("\u001f")));
        rows.forEach(row -> lines.add(String.join("\u001f", row)));
        return DigestUtils.sha256Hex(String.join("\n", lines));
    }
}
