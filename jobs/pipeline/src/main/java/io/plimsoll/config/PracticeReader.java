package io.plimsoll.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads practices, {@code maturity.yaml} of a workspace over that of {@code conf}: a practice that the workspace names again keeps
 * what it does not say, a new one is added.
 */
final class PracticeReader {

    private static final String PRACTICES = "practices";
    private static final String DEFAULTS = "defaults";
    private static final String SCOPES = "scopes";
    private static final List<String> MODEL_KEYS = List.of(DEFAULTS, PRACTICES);
    private static final List<String> DEFAULT_KEYS =
            List.of("minimumEvidence", "staleDays", "partially", "largely", "fully");
    private static final List<String> KEYS = List.of(
            "id",
            "name",
            "level",
            "effort",
            "minimumEvidence",
            "staleDays",
            SCOPES,
            "partially",
            "largely",
            "fully",
            "evidence");
    private static final Form<Long> LEVEL =
            Forms.INTEGER.where(level -> level >= 2 && level <= 5, "is not a level from 2 to 5");
    private static final Form<Long> EFFORT =
            Forms.INTEGER.where(effort -> effort >= 1 && effort <= 5, "is not an effort from 1 to 5");
    private static final Form<Long> POSITIVE =
            Forms.COUNT.where(number -> number > 0 && number <= Integer.MAX_VALUE, "is not a number from 1");
    private static final Pattern ID_TEXT = Pattern.compile("[A-Z][A-Z0-9]*\\.[A-Z0-9]+");
    private static final Form<String> ID =
            Forms.TEXT.where(text -> ID_TEXT.matcher(text).matches(), "is not an area and a number, such as M3.1");

    private static final Form<String> SCOPE = Forms.oneOf(Practice.SCOPES);

    private final Map<String, List<YamlMap>> layers = new LinkedHashMap<>();
    private final List<YamlMap> defaults = new ArrayList<>();

    /** Adds a file, the strongest last. */
    void add(YamlDocument document) {
        Optional<YamlMap> model = document.root().asMap();
        model.ifPresent(map -> map.allow(MODEL_KEYS));
        model.flatMap(map -> map.map(DEFAULTS)).ifPresent(map -> {
            map.allow(DEFAULT_KEYS);
            defaults.add(0, map);
        });
        model.map(map -> map.list(PRACTICES)).orElse(List.of()).forEach(this::addPractice);
    }

    private void addPractice(YamlNode item) {
        item.asMap().ifPresent(practice -> {
            practice.allow(KEYS);
            practice.required("id", ID)
                    .ifPresent(id -> layers.computeIfAbsent(id, each -> new ArrayList<>())
                            .add(0, practice));
        });
    }

    /** The practices in the order of the files; one that is wrong is left out, with its problems. */
    List<Practice> read() {
        List<Practice> practices = new ArrayList<>();
        layers.forEach((id, declared) -> {
            List<YamlMap> strongestFirst = new ArrayList<>(declared);
            strongestFirst.addAll(defaults);
            read(id, strongestFirst).ifPresent(practices::add);
        });
        return practices;
    }

    private static Optional<Practice> read(String id, List<YamlMap> declared) {
        Optional<String> name = value(declared, "name", Forms.TEXT);
        Optional<Long> level = value(declared, "level", LEVEL);
        Optional<Long> effort = value(declared, "effort", EFFORT);
        Optional<Long> minimum = value(declared, "minimumEvidence", POSITIVE);
        Optional<Long> stale = value(declared, "staleDays", POSITIVE);
        Optional<BigDecimal> partially = value(declared, "partially", Forms.RATIO);
        Optional<BigDecimal> largely = value(declared, "largely", Forms.RATIO);
        Optional<BigDecimal> fully = value(declared, "fully", Forms.RATIO);
        Optional<String> evidence = value(declared, "evidence", Forms.TEXT);
        boolean whole = Stream.of(name, level, effort, minimum, stale, partially, largely, fully, evidence)
                .allMatch(Optional::isPresent);
        if (!whole || !areOrdered(declared.get(0), partially.get(), largely.get(), fully.get())) {
            return Optional.empty();
        }
        YamlMap asked =
                declared.stream().filter(map -> map.has("evidence")).findFirst().orElseThrow();
        return Optional.of(new Practice(
                id,
                id.substring(0, id.indexOf('.')),
                name.get(),
                level.get().intValue(),
                effort.get().intValue(),
                minimum.get().intValue(),
                stale.get().intValue(),
                scopes(declared),
                partially.get(),
                largely.get(),
                fully.get(),
                evidence.get().strip(),
                asked.self().file(),
                asked.line("evidence")));
    }

    /** Everything, where nobody says of what it is asked. */
    private static List<String> scopes(List<YamlMap> declared) {
        return declared.stream()
                .filter(map -> map.has(SCOPES))
                .findFirst()
                .map(map -> map.values(SCOPES, SCOPE))
                .orElse(Practice.SCOPES);
    }

    private static <T> Optional<T> value(List<YamlMap> declared, String key, Form<T> form) {
        YamlMap strongest =
                declared.stream().filter(map -> map.has(key)).findFirst().orElse(declared.get(0));
        return strongest.required(key, form);
    }

    private static boolean areOrdered(YamlMap practice, BigDecimal partially, BigDecimal largely, BigDecimal fully) {
        boolean ordered = partially.compareTo(largely) < 0 && largely.compareTo(fully) < 0;
        if (!ordered) {
            practice.problem(
                    "fully",
                    "partially " + partially + ", largely " + largely + " and fully " + fully
                            + " do not ascend; each must be greater than the one before");
        }
        return ordered;
    }
}
