package io.plimsoll.demo.company;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A map of document fields in the order in which they were named. */
public final class Ordered {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private Ordered() {}

    /** A map that begins with one field. */
    public static Ordered map(String name, Object value) {
        return new Ordered().and(name, value);
    }

    /** An empty map. */
    public static Ordered map() {
        return new Ordered();
    }

    /** Adds a field; null leaves it out. */
    public Ordered and(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /** Adds fields in their own order. */
    public Ordered and(Map<String, Object> more) {
        fields.putAll(more);
        return this;
    }

    /** The fields so far. */
    public Map<String, Object> build() {
        return fields;
    }
}
