package io.plimsoll.config;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one source of the settings. */
final class SourceReader {

    private static final List<String> KEYS = List.of(
            "name",
            "feed",
            "format",
            "path",
            "options",
            "columns",
            "where",
            "zone",
            "max_rejected",
            "replace",
            "incremental_column");
    /** Formats that carry one feed only. */
    private static final Map<String, String> ONLY_FEED =
            Map.of(Formats.FOCUS, Feeds.BILLING, Formats.ICALENDAR, Feeds.MAINTENANCE_WINDOW);

    private final YamlMap source;
    private final SettingTexts texts;
    private final BigDecimal defaultMaxRejected;

    SourceReader(YamlMap source, SettingTexts texts, BigDecimal defaultMaxRejected) {
        this.source = source;
        this.texts = texts;
        this.defaultMaxRejected = defaultMaxRejected;
    }

    /** The source; empty with problems when something in it is wrong. */
    Optional<SourceSettings> read() {
        int before = source.self().problems().view().size();
        source.allow(KEYS);
        Optional<String> name = source.required("name", Forms.TEXT);
        Optional<String> feed = source.required("feed", Forms.oneOf(Feeds.ALL));
        Optional<String> format = source.required("format", Forms.oneOf(Formats.ALL));
        SourceSettings settings = new SourceSettings(
                name.orElse(""),
                feed.orElse(""),
                format.orElse(""),
                path(format),
                options(format),
                columns(),
                source.text("where"),
                source.value("zone", Forms.ZONE),
                source.value("max_rejected", Forms.RATIO).orElse(defaultMaxRejected),
                source.value("replace", Forms.oneOf(List.of("folder"))).isPresent(),
                incrementalColumn(format),
                source.self().file(),
                source.self().line());
        checkPair(settings);
        return source.self().problems().view().size() == before ? Optional.of(settings) : Optional.empty();
    }

    private String path(Optional<String> format) {
        Optional<String> path = format.filter(Formats.JDBC::equals).isPresent()
                ? source.text("path")
                : source.required("path", Forms.TEXT);
        path.filter(text -> !Workspace.isAbsolute(text) && Workspace.leaves(text))
                .ifPresent(text -> source.problem(
                        "path", "'" + text + "' leaves the workspace; name files below it, or write an absolute path"));
        return path.orElse("");
    }

    private Map<String, String> options(Optional<String> format) {
        Map<String, String> options = source.map("options").map(texts::read).orElse(Map.of());
        if (format.filter(Formats.JDBC::equals).isPresent()) {
            if (!options.containsKey("url")) {
                source.problem(
                        "options", "a jdbc source needs the option url, such as jdbc:postgresql://host/database");
            }
            if (options.containsKey("dbtable") == options.containsKey("query")) {
                source.problem("options", "a jdbc source needs one of the options dbtable and query");
            }
        }
        return options;
    }

    private Map<String, MappedColumn> columns() {
        Map<String, MappedColumn> columns = new LinkedHashMap<>();
        source.map("columns")
                .ifPresent(map -> map.keys()
                        .forEach(column -> map.required(column, Forms.TEXT)
                                .ifPresent(expression ->
                                        columns.put(column, new MappedColumn(column, expression, map.line(column))))));
        return columns;
    }

    private Optional<String> incrementalColumn(Optional<String> format) {
        Optional<String> column = source.text("incremental_column");
        boolean tells = format.filter(text -> text.equals(Formats.JDBC) || text.equals(Formats.DELTA))
                .isPresent();
        if (column.isPresent() && format.isPresent() && !tells) {
            source.problem("incremental_column", "is for jdbc and delta; files are read exactly once anyway");
        }
        return column;
    }

    private void checkPair(SourceSettings settings) {
        String only = ONLY_FEED.getOrDefault(settings.format(), settings.feed());
        if (!settings.feed().isEmpty() && !settings.feed().equals(only)) {
            source.problem(
                    "feed",
                    "the format " + settings.format() + " carries the feed " + only + ", not '" + settings.feed()
                            + "'");
        }
    }
}
