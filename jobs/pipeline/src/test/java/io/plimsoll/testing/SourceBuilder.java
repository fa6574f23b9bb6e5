package io.plimsoll.testing;

import io.plimsoll.config.MappedColumn;
import io.plimsoll.config.SourceSettings;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A source of a test, as it would stand in {@code plimsoll.yaml}; each mapped column on a line of its own from line 11. */
public final class SourceBuilder {

    private static final int SOURCE_LINE = 10;

    private final String name;
    private final String feed;
    private final String format;
    private final String path;
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, MappedColumn> columns = new LinkedHashMap<>();
    private @Nullable String where;
    private @Nullable ZoneId zone;
    private boolean replaceFolder;
    private @Nullable String incrementalColumn;
    private BigDecimal maxRejected = new BigDecimal("0.01");

    private SourceBuilder(String name, String feed, String format, String path) {
        this.name = name;
        this.feed = feed;
        this.format = format;
        this.path = path;
    }

    /** A source without options and mapping. */
    public static SourceBuilder source(String name, String feed, String format, String path) {
        return new SourceBuilder(name, feed, format, path);
    }

    /** Sets a reader's option. */
    public SourceBuilder option(String key, String value) {
        options.put(key, value);
        return this;
    }

    /** Maps a column. */
    public SourceBuilder map(String column, String expression) {
        columns.put(column, new MappedColumn(column, expression, SOURCE_LINE + 1 + columns.size()));
        return this;
    }

    /** Sets the condition. */
    public SourceBuilder where(String condition) {
        where = condition;
        return this;
    }

    /** Sets the zone of times without one. */
    public SourceBuilder zone(String zoneId) {
        zone = ZoneId.of(zoneId);
        return this;
    }

    /** Makes the folder the unit of a bill. */
    public SourceBuilder replaceFolder() {
        replaceFolder = true;
        return this;
    }

    /** Reads on from the greatest value of a column. */
    public SourceBuilder incrementalBy(String column) {
        incrementalColumn = column;
        return this;
    }

    /** Sets the share of rows that may be lost. */
    public SourceBuilder maxRejected(String share) {
        maxRejected = new BigDecimal(share);
        return this;
    }

    SourceSettings build() {
        return new SourceSettings(
                name,
                feed,
                format,
                path,
                Map.copyOf(options),
                new LinkedHashMap<>(columns),
                Optional.ofNullable(where),
                Optional.ofNullable(zone),
                maxRejected,
                replaceFolder,
                Optional.ofNullable(incrementalColumn),
                "plimsoll.yaml",
                SOURCE_LINE);
    }
}
