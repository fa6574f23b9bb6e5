package io.plimsoll.source.format;

import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Every format that a source can have. */
public final class Formats {

    private static final Map<String, Format> ALL = Map.of(
            "csv", new CsvFormat(),
            "json", new JsonFormat(),
            "jsonl", new JsonLinesFormat(),
            "parquet", new ParquetFormat(),
            "delta", new DeltaFormat(),
            "jdbc", new JdbcFormat(),
            "icalendar", new CalendarFormat(),
            "prometheus", new PrometheusFormat(),
            "focus", new FocusFormat());

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
