package io.plimsoll.config;

import java.util.List;

/** The names of the formats in which a source can deliver. */
public final class Formats {

    public static final String CSV = "csv";
    public static final String JSON = "json";
    public static final String JSONL = "jsonl";
    public static final String PARQUET = "parquet";
    public static final String DELTA = "delta";
    public static final String JDBC = "jdbc";
    public static final String ICALENDAR = "icalendar";
    public static final String PROMETHEUS = "prometheus";
    public static final String FOCUS = "focus";

    /** All of them. */
    public static final List<String> ALL =
            List.of(CSV, JSON, JSONL, PARQUET, DELTA, JDBC, ICALENDAR, PROMETHEUS, FOCUS);

    private Formats() {}
}
