package io.plimsoll.demo.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes maps, lists, texts, numbers and booleans as block YAML. Texts that YAML could take for something else are quoted. */
public final class Yaml {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./+-]*( [A-Za-z0-9_./+()-]+)*");
    private static final Set<String> RESERVED = Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    private final StringBuilder text = new StringBuilder();

    private Yaml() {}

    /** One document, without the line of dashes that would separate it from others. */
    public static String document(Map<String, ?> fields) {
        Yaml yaml = new Yaml();
        yaml.fields(fields, 0);
        return yaml.text.toString();
    }

    private void fields(Map<?, ?> fields, int depth) {
        for (Map.Entry<?, ?> field : fields.entrySet()) {
            indent(depth);
            text.append(scalar(field.getKey())).append(':');
            value(field.getValue(), depth);
        }
    }

    private void value(Object value, int depth) {
        if (value instanceof Map<?, ?> map && !map.isEmpty()) {
            text.append('\n');
            fields(map, depth + 1);
        } else if (value instanceof List<?> list && !list.isEmpty()) {
            text.append('\n');
            list.forEach(item -> item(item, depth + 1));
        } else {
            text.append(' ').append(scalar(value)).append('\n');
        }
    }

    private void item(Object item, int depth) {
        int start = text.length();
        if (item instanceof Map<?, ?> map && !map.isEmpty()) {
            fields(map, depth + 1);
            text.replace(start, start + 2 * (depth + 1), "  ".repeat(depth) + "- ");
        } else {
            indent(depth);
            text.append("- ").append(scalar(item)).append('\n');
        }
    }

    private void indent(int depth) {
        text.append("  ".repeat(depth));
    }

    private static String scalar(Object value) {
        if (value instanceof Map<?, ?>) {
            return "{}";
        }
        if (value instanceof List<?>) {
            return "[]";
        }
        if (!(value instanceof String string)) {
            return value instanceof BigDecimal number ? number.toPlainString() : String.valueOf(value);
        }
        return PLAIN.matcher(string).matches() && !RESERVED.contains(string.toLowerCase(Locale.ROOT))
                ? string
                : quoted(string);
    }

    private static String quoted(String string) {
        return '"' + string.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
