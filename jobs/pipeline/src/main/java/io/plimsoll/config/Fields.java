package io.plimsoll.config;

import java.util.regex.Pattern;

/** How the keys that lead to a value are written: {@code spec.objectives[0].target}, {@code annotations['a/b']}. */
final class Fields {

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_-]+");

    private Fields() {}

    static String join(String field, String key) {
        if (!SIMPLE.matcher(key).matches()) {
            return field + "['" + key + "']";
        }
        return field.isEmpty() ? key : field + "." + key;
    }
}
