package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Ordered;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source of the workspace's settings.
 *
 * @param path glob below the workspace
 * @param zone in which its times without a zone are read, null for the organisation's
 * @param options the reader's options, empty for none
 * @param columns feed column to expression, empty when the file has the feed's own columns
 * @param where condition on the file's rows, null for all of them
 * @param replace {@code folder} when the folder is the unit of replacement, else null
 */
public record Source(
        String name,
        String feed,
        String format,
        String path,
        @Nullable String zone,
        Map<String, Object> options,
        Map<String, Object> columns,
        @Nullable String where,
        @Nullable String replace) {

    /** A source whose files carry the feed's own columns. */
    public static Source of(String name, String feed, String format, String path) {
        return new Source(name, feed, format, path, null, Map.of(), Map.of(), null, null);
    }

    /** The same, its times without a zone read in {@code zoneId}. */
    public Source in(String zoneId) {
        return new Source(name, feed, format, path, zoneId, options, columns, where, replace);
    }

    /** The same with an option of the reader. */
    public Source option(String option, Object value) {
        Map<String, Object> more = Ordered.map().and(options).and(option, value).build();
        return new Source(name, feed, format, path, zone, more, columns, where, replace);
    }

    /** The same with a mapped column. */
    public Source column(String column, String expression) {
        Map<String, Object> more =
                Ordered.map().and(columns).and(column, expression).build();
        return new Source(name, feed, format, path, zone, options, more, where, replace);
    }

    /** The same, only rows for which {@code condition} holds. */
    public Source where(String condition) {
        return new Source(name, feed, format, path, zone, options, columns, condition, replace);
    }

    /** The same, each folder replaced as a whole. */
    public Source replacingFolders() {
        return new Source(name, feed, format, path, zone, options, columns, where, "folder");
    }

    /** Its entry in the settings. */
    public Map<String, Object> settings() {
        return Ordered.map("name", name)
                .and("feed", feed)
                .and("format", format)
                .and("path", path)
                .and("zone", zone)
                .and("options", options.isEmpty() ? null : options)
                .and("columns", columns.isEmpty() ? null : columns)
                .and("where", where)
                .and("replace", replace)
                .build();
    }
}
