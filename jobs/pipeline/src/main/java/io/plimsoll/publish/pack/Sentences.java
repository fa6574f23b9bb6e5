package io.plimsoll.publish.pack;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What page and document both say. */
final class Sentences {

    static final String SOURCES = "Where the figures come from";

    static final String HOW_TO_CHECK =
            "Every table is the answer to one question to published tables, every picture of a series to one or two, asked of the versions below."
                    + " The manifest beside this pack has the questions, and a digest of each answer; 'plimsoll pack --verify' asks them again.";

    static final List<String> SIGNED =
            List.of("Prepared by, date", "Reviewed by, date", "Accepted for the board by, date");

    private Sentences() {}

    /** How long a section's table is. */
    static String count(Pack.Section section) {
        int rows = section.grid().rows().size();
        return rows == 1 ? "(1 row)" : "(" + rows + " rows)";
    }

    /** The versions of tables. */
    static String versions(Map<String, Long> tables) {
        return tables.entrySet().stream()
                .map(table ->
                        table.getKey() + (table.getValue() < 0 ? " (never computed)" : " version " + table.getValue()))
                .collect(Collectors.joining(", "));
    }
}
