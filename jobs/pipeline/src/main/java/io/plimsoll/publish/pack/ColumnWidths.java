package io.plimsoll.publish.pack;

import java.util.List;

/** Widths of a printed table's columns: in proportion to their longest cells, none so wide that it takes the others' room. */
final class ColumnWidths {

    private static final int NARROWEST = 6;
    private static final int WIDEST = 30;

    /** Headings are wider than cells of as many letters. */
    private static final int BOLD = 2;

    /** Padding, and letters that are wider than most, in letters. */
    private static final int MARGIN = 3;

    private ColumnWidths() {}

    static float[] of(Grid grid) {
        float[] widths = new float[grid.columns().size()];
        for (int column = 0; column < widths.length; column++) {
            widths[column] = longestWord(grid.columns().get(column).name()) + BOLD;
            for (List<String> row : grid.rows()) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
            widths[column] = MARGIN + Math.min(WIDEST, Math.max(NARROWEST, widths[column]));
        }
        return widths;
    }

    /** A heading is broken between words, a cell is not. */
    private static int longestWord(String heading) {
        int longest = 0;
        for (String word : heading.split(" ", -1)) {
            longest = Math.max(longest, word.length());
        }
        return longest;
    }
}
