package io.plimsoll.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Lines of cells under a header, aligned for reading. */
final class TextTable {

    private TextTable() {}

    /** @param lines header first; every line as long as the header */
    static void print(List<List<String>> lines, PrintWriter out) {
        int[] widths = new int[lines.get(0).size()];
        for (List<String> line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (int row = 0; row < lines.size(); row++) {
            out.println(aligned(lines.get(row), widths));
            if (row == 0) {
                List<String> rule = new ArrayList<>();
                for (int width : widths) {
                    rule.add("-".repeat(width));
                }
                out.println(aligned(rule, widths));
            }
        }
    }

    private static String aligned(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            line.append(cells.get(i)).append(" ".repeat(widths[i] - cells.get(i).length()));
            line.append(i + 1 < cells.size() ? "  " : "");
        }
        return line.toString().stripTrailing();
    }
}
