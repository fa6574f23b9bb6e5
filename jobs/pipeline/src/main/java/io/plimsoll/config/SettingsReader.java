package io.plimsoll.config;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code plimsoll.yaml} over the defaults. */
final class SettingsReader {

    private static final List<String> KEYS = List.of("zone", "sources", "max_rejected", "spark");

    private final Workspace workspace;
    private final WorkspaceFiles files;
    private final Environment environment;
    private final List<Problem> problems = new ArrayList<>();

    SettingsReader(Workspace workspace, WorkspaceFiles files, Environment environment) {
        this.workspace = workspace;
        this.files = files;
        this.environment = environment;
    }

    Loaded<Settings> read(byte[] defaults) {
        Optional<YamlDocument> base = only(Defaults.SETTINGS, defaults);
        Optional<YamlDocument> own = content().flatMap(bytes -> only(Settings.FILE, bytes));
        List<YamlMap> layers = new ArrayList<>();
        own.flatMap(SettingsReader::mapping).ifPresent(layers::add);
        base.flatMap(SettingsReader::mapping).ifPresent(layers::add);
        Settings settings = settings(layers, practices(own.isPresent()), scorecards(own.isPresent()));
        own.ifPresent(document -> problems.addAll(document.problems().view()));
        base.ifPresent(document -> problems.addAll(document.problems().view()));
        return new Loaded<>(settings, problems);
    }

    /** @param isReadable whether the workspace can be looked into; that it cannot is told once */
    private List<Practice> practices(boolean isReadable) {
        PracticeReader reader = new PracticeReader();
        List<YamlDocument> documents = layered(Defaults.MATURITY, Settings.MATURITY, isReadable);
        documents.forEach(reader::add);
        List<Practice> practices = reader.read();
        documents.forEach(document -> problems.addAll(document.problems().view()));
        return practices;
    }

    /** @param isReadable whether the workspace can be looked into */
    private Map<String, BigDecimal> scorecards(boolean isReadable) {
        ScorecardReader reader = new ScorecardReader();
        List<YamlDocument> documents = layered(Defaults.SCORECARDS, Settings.SCORECARDS, isReadable);
        documents.forEach(reader::add);
        Map<String, BigDecimal> scorecards = reader.read();
        documents.forEach(document -> problems.addAll(document.problems().view()));
        return scorecards;
    }

    /** A file of {@code conf}, and that of the workspace over it where there is one. */
    private List<YamlDocument> layered(String delivered, String own, boolean isReadable) {
        List<YamlDocument> documents = new ArrayList<>();
        only(delivered, Defaults.read(delivered)).ifPresent(documents::add);
        if (isReadable && files.exists(own)) {
            only(own, files.read(own)).ifPresent(documents::add);
        }
        return documents;
    }

    private Optional<byte[]> content() {
        try {
            if (files.exists(Settings.FILE)) {
                return Optional.of(files.read(Settings.FILE));
            }
            problem("there is no " + Settings.FILE + " in the workspace " + workspace.root()
                    + "; name its folder, or write the file with the sources of the workspace");
        } catch (UncheckedIOException e) {
            problem("cannot be read: " + e.getCause());
        }
        return Optional.empty();
    }

    private Optional<YamlDocument> only(String file, byte[] content) {
        Loaded<List<YamlDocument>> documents = YamlFile.read(file, content);
        problems.addAll(documents.problems());
        if (documents.value().size() > 1) {
            documents.value().get(1).problem("", "is a second document; settings are one document");
            problems.addAll(documents.value().get(1).problems().view());
        }
        return documents.value().stream().findFirst();
    }

    private static Optional<YamlMap> mapping(YamlDocument document) {
        Optional<YamlMap> map = document.root().asMap();
        map.ifPresent(keys -> keys.allow(KEYS));
        return map;
    }

    /** @param layers the strongest first */
    private Settings settings(List<YamlMap> layers, List<Practice> practices, Map<String, BigDecimal> scorecards) {
        ZoneId zone = first(layers, "zone", Forms.ZONE).orElse(ZoneOffset.UTC);
        BigDecimal maxRejected = first(layers, "max_rejected", Forms.RATIO).orElse(BigDecimal.ZERO);
        List<SourceSettings> sources = new ArrayList<>();
        Map<String, String> spark = new LinkedHashMap<>();
        for (int layer = layers.size() - 1; layer >= 0; layer--) {
            sources.addAll(sources(layers.get(layer), maxRejected));
            layers.get(layer).map("spark").ifPresent(map -> spark.putAll(texts().read(map)));
        }
        return new Settings(workspace, zone, sources, spark, practices, scorecards);
    }

    private static <T> Optional<T> first(List<YamlMap> layers, String key, Form<T> form) {
        return layers.stream().flatMap(layer -> layer.value(key, form).stream()).findFirst();
    }

    private List<SourceSettings> sources(YamlMap layer, BigDecimal maxRejected) {
        Map<String, Integer> names = new HashMap<>();
        List<SourceSettings> sources = new ArrayList<>();
        for (YamlNode item : layer.list("sources")) {
            Optional<YamlMap> map = item.asMap();
            map.flatMap(source -> new SourceReader(source, texts(), maxRejected).read())
                    .filter(source -> isNew(source, item, names))
                    .ifPresent(sources::add);
        }
        return sources;
    }

    private static boolean isNew(SourceSettings source, YamlNode item, Map<String, Integer> names) {
        Integer first = names.putIfAbsent(source.name(), source.line());
        if (first != null) {
            item.problem("the source name '" + source.name() + "' stands twice, first on line " + first
                    + "; a name becomes the tool of its rows, so give each source its own");
        }
        return first == null;
    }

    private SettingTexts texts() {
        return new SettingTexts(environment);
    }

    private void problem(String message) {
        problems.add(new Problem(Settings.FILE, 1, "", message));
    }
}
