package io.plimsoll.config;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the sections of a governance pack. */
final class PackReader {

    private static final String SECTIONS = "sections";
    private static final String TITLE = "title";
    private static final String ROWS = "rows";
    private static final String BARS = "bars";
    private static final String SERIES = "series";
    private static final String UNIT = "unit";
    private static final String SEEN = "seen";
    private static final String AHEAD = "ahead";
    private static final String DEMAND = "demand";
    private static final String LIMIT = "limit";
    /** What the legend of a picture names already. */
    private static final Form<String> LIMIT_NAME = Forms.TEXT.where(
            name -> !List.of("seen", "forecast", "80 %", "95 %").contains(name),
            "is a name that the picture's legend has already; write another, such as usable");

    private static final List<String> KEYS = List.of(TITLE, "says", "none", ROWS, BARS, SERIES);

    private final Map<String, Integer> titles = new HashMap<>();
    private final List<PackSection> read = new ArrayList<>();

    private PackReader() {}

    static Loaded<List<PackSection>> read(String file, byte[] content) {
        Loaded<List<YamlDocument>> documents = YamlFile.read(file, content);
        List<Problem> problems = new ArrayList<>(documents.problems());
        PackReader reader = new PackReader();
        for (YamlDocument document : documents.value()) {
            document.root().asMap().ifPresent(reader::readAll);
            problems.addAll(document.problems().view());
        }
        return new Loaded<>(List.copyOf(reader.read), problems);
    }

    private void readAll(YamlMap pack) {
        pack.allow(List.of(SECTIONS));
        for (YamlNode item : pack.requiredList(SECTIONS)) {
            item.asMap().flatMap(PackReader::section).ifPresent(section -> add(section, item));
        }
    }

    private void add(PackSection section, YamlNode item) {
        Integer first = titles.putIfAbsent(section.title(), item.line());
        if (first == null) {
            read.add(section);
        } else {
            item.problem("the title '" + section.title() + "' stands twice, first on line " + first
                    + "; the manifest names sections by their titles");
        }
    }

    private static Optional<PackSection> section(YamlMap map) {
        map.allow(KEYS);
        Optional<String> title = map.required(TITLE, Forms.TEXT);
        Optional<String> says = map.required("says", Forms.TEXT);
        Optional<String> none = map.required("none", Forms.TEXT);
        Optional<String> rows = map.required(ROWS, Forms.TEXT);
        Optional<PackSection.Bars> bars = map.map(BARS).flatMap(PackReader::bars);
        Optional<PackSection.Series> series = map.map(SERIES).flatMap(PackReader::series);
        boolean isWhole = title.isPresent()
                && says.isPresent()
                && none.isPresent()
                && rows.isPresent()
                && bars.isPresent() == map.has(BARS)
                && series.isPresent() == map.has(SERIES);
        return isWhole
                ? Optional.of(new PackSection(
                        title.get(),
                        oneLine(says.get()),
                        oneLine(none.get()),
                        rows.get().strip(),
                        bars,
                        series,
                        map.self().file(),
                        map.line(ROWS)))
                : Optional.empty();
    }

    private static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    private static Optional<PackSection.Bars> bars(YamlMap map) {
        map.allow(List.of(TITLE, UNIT));
        Optional<String> title = map.required(TITLE, Forms.TEXT);
        Optional<String> unit = map.required(UNIT, Forms.TEXT);
        return title.isPresent() && unit.isPresent()
                ? Optional.of(new PackSection.Bars(title.get(), unit.get()))
                : Optional.empty();
    }

    private static Optional<PackSection.Series> series(YamlMap map) {
        map.allow(List.of(UNIT, SEEN, AHEAD, DEMAND, LIMIT));
        Optional<String> unit = map.required(UNIT, Forms.TEXT);
        Optional<String> seen = map.required(SEEN, Forms.TEXT);
        boolean demand = map.value(DEMAND, Forms.BOOLEAN).orElse(false);
        if (demand && map.has(AHEAD)) {
            map.problem(AHEAD, "stands beside demand: what is ahead is one of the two");
            return Optional.empty();
        }
        if (map.has(LIMIT) && map.value(LIMIT, LIMIT_NAME).isEmpty()) {
            return Optional.empty();
        }
        return unit.isPresent() && seen.isPresent()
                ? Optional.of(new PackSection.Series(
                        unit.get(),
                        seen.get().strip(),
                        map.text(AHEAD).map(String::strip),
                        demand,
                        map.text(LIMIT),
                        map.line(SEEN)))
                : Optional.empty();
    }
}
