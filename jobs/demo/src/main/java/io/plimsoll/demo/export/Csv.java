package io.plimsoll.demo.export;

import org.jspecify.annotations.Nullable;

/** Rows of comma-separated values as RFC 4180 has them; null is an empty field. */
final class Csv {

    private Csv() {}

    static String row(@Nullable Object... fields) {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                row.append(',');
            }
            Object field = fields[i];
            if (field != null) {
                row.append(quoted(field.toString()));
            }
        }
        return row.toString();
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
