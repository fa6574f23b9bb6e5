package io.plimsoll.statistics.attainment;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.timeline.ExclusionWindow;
import io.plimsoll.statistics.timeline.IndicatorState;
import io.plimsoll.statistics.timeline.LocalRange;
import io.plimsoll.statistics.timeline.StateEvent;
import io.plimsoll.statistics.timeline.WeeklyHours;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/** The workspace of {@code sla-example}, as its files say it, without a pipeline. */
final class SlaExample {
    private final Map<String, JsonNode> documents = new HashMap<>();
    private final Map<String, NavigableMap<Long, long[]>> counts = new HashMap<>();
    private final Map<String, NavigableMap<Long, Double>> values = new HashMap<>();
    private final Map<String, List<StateEvent>> states = new HashMap<>();
    private final Map<String, List<ExclusionWindow>> windowsByScope = new HashMap<>();

    private SlaExample() {}

    static SlaExample read(Path workspace) throws IOException {
        SlaExample example = new SlaExample();
        for (String document :
                Files.readString(workspace.resolve("catalog/all.yaml")).split("(?m)^---$", -1)) {
            JsonNode node = ReferenceFolder.JSON.readTree(document);
            example.documents.put(
                    node.get("kind").asText() + "/" + node.at("/metadata/name").asText(), node);
        }
        Path landing = workspace.resolve("landing");
        // A slot delivered again replaces the earlier one, in the order of paths and rows.
        for (int part = 0; part < 3; part++) {
            rows(landing.resolve("counts/part-" + part + ".csv.gz")).forEach(example::addCounts);
        }
        rows(landing.resolve("states/a.csv")).forEach(example::addState);
        rows(landing.resolve("maintenance/a.csv")).forEach(example::addWindow);
        for (String line : lines(landing.resolve("values/a.jsonl"))) {
            JsonNode row = ReferenceFolder.JSON.readTree(line);
            example.values
                    .computeIfAbsent(row.get("name").asText(), sli -> new TreeMap<>())
                    .put(row.get("t").asLong(), row.get("v").asDouble());
        }
        return example;
    }

    JsonNode document(String kind, String name) {
        JsonNode document = documents.get(kind + "/" + name);
        if (document == null) {
            throw new IllegalStateException("the example has no " + kind + " " + name);
        }
        return document;
    }

    WeeklyHours hours(String calendar) {
        JsonNode spec = document("Calendar", calendar).get("spec");
        Map<DayOfWeek, List<LocalRange>> ranges = new HashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<LocalRange> ofDay = new ArrayList<>();
            spec.get("weekly")
                    .path(day.name().substring(0, 3).toLowerCase(Locale.ROOT))
                    .forEach(range -> ofDay.add(LocalRange.parse(range.asText())));
            ranges.put(day, ofDay);
        }
        Set<LocalDate> holidays = new HashSet<>();
        spec.get("holidays").forEach(holiday -> holidays.add(LocalDate.parse(holiday.asText())));
        return new WeeklyHours(ZoneId.of(spec.get("zone").asText()), ranges, holidays);
    }

    /** The slots of an indicator; of values a slot is good when it is at most {@code atMost}. */
    SlotSeries slots(String sli, long resolutionSeconds, double atMost) {
        NavigableMap<Long, long[]> slots = new TreeMap<>(counts.getOrDefault(sli, new TreeMap<>()));
        values.getOrDefault(sli, new TreeMap<>())
                .forEach((start, value) -> slots.put(start, new long[] {value <= atMost ? 1 : 0, 1}));
        return SlotSeries.of(
                resolutionSeconds,
                slots.keySet().stream().mapToLong(start -> start).toArray(),
                slots.values().stream().mapToLong(slot -> slot[0]).toArray(),
                slots.values().stream().mapToLong(slot -> slot[1]).toArray());
    }

    List<StateEvent> states(String sli) {
        return states.getOrDefault(sli, List.of());
    }

    List<ExclusionWindow> windows(String service, String sli) {
        List<ExclusionWindow> windows = new ArrayList<>(windowsByScope.getOrDefault(service, List.of()));
        windows.addAll(windowsByScope.getOrDefault(sli, List.of()));
        return windows;
    }

    static List<Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = lines(csv);
        String[] header = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            Map<String, String> row = new HashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    private void addCounts(Map<String, String> row) {
        counts.computeIfAbsent(cell(row, "sli_id"), sli -> new TreeMap<>())
                .put(
                        instant(cell(row, "measured_at")),
                        new long[] {Long.parseLong(cell(row, "good")), Long.parseLong(cell(row, "total"))});
    }

    private void addState(Map<String, String> row) {
        states.computeIfAbsent(cell(row, "sli_id"), sli -> new ArrayList<>())
                .add(StateEvent.of(instant(cell(row, "changed_at")), IndicatorState.valueOf(cell(row, "state"))));
    }

    private void addWindow(Map<String, String> row) {
        String approvedAt = cell(row, "approved_at");
        windowsByScope
                .computeIfAbsent(cell(row, "scope"), scope -> new ArrayList<>())
                .add(new ExclusionWindow(
                        cell(row, "window_id"),
                        instant(cell(row, "starts_at")),
                        instant(cell(row, "ends_at")),
                        cell(row, "kind"),
                        approvedAt.isEmpty() ? OptionalLong.empty() : OptionalLong.of(instant(approvedAt))));
    }

    static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }

    private static long instant(String text) {
        return Instant.parse(text).getEpochSecond();
    }

    private static List<String> lines(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                InputStream stream = path.toString().endsWith(".gz") ? new GZIPInputStream(file) : file;
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
