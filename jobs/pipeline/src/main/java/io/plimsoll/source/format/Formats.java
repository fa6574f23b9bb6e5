package io.plimsoll.source.format;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every format that a source can have. */
public final class Formats {

    private static final Map<String, Format> ALL = Map.of("csv", new CsvFormat(), "jsonl", new JsonLinesFormat());

    private Formats() {}

    /** The format of this name; empty when there is none. */
    public static Optional<Format> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The names of all formats. */
    public static SortedSet<String> names() {
        return new TreeSet<>(ALL.keySet());
    }
}
