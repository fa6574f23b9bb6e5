package io.plimsoll.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plimsoll.oracle.World.Agreement;
import io.plimsoll.oracle.World.AgreementTerms;
import io.plimsoll.oracle.World.BudgetSpan;
import io.plimsoll.oracle.World.Calendar;
import io.plimsoll.oracle.World.Event;
import io.plimsoll.oracle.World.Indicator;
import io.plimsoll.oracle.World.Objective;
import io.plimsoll.oracle.World.ObjectiveTerms;
import io.plimsoll.oracle.World.Request;
import io.plimsoll.oracle.World.Slot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A world as a workspace: settings, catalogue, and the records as two sources a feed delivered them in batches, with wrong rows
 * that a later delivery or a later {@code updated_at} corrects.
 */
final class WorldFiles {

    static final int BATCHES = 3;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The source whose rows say when they were updated: its wrong rows come after the right ones. */
    private static final String STAMPED = "alpha";

    private final World world;
    private final Path folder;
    private final Random random;
    private final Map<String, List<String>> lines = new TreeMap<>();

    private WorldFiles(World world, Path folder, long seed) {
        this.world = world;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Writes settings and catalogue, and makes the files of every batch ready. */
    static WorldFiles of(World world, Path folder, long seed) throws IOException {
        WorldFiles files = new WorldFiles(world, folder, seed);
        Files.createDirectories(folder.resolve("catalog"));
        Files.writeString(folder.resolve("plimsoll.yaml"), files.settings());
        Files.writeString(folder.resolve("catalog/all.yaml"), String.join("\n---\n", files.documents()));
        files.makeRecords();
        return files;
    }

    /** Drops the files of one batch. */
    void deliver(int batch) throws IOException {
        for (Map.Entry<String, List<String>> file : lines.entrySet()) {
            if (file.getKey().endsWith("-" + batch + ".csv")) {
                Path path = folder.resolve("landing").resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.write(path, file.getValue());
            }
        }
    }

    /** Drops everything. */
    void deliverAll() throws IOException {
        for (int batch = 0; batch < BATCHES; batch++) {
            deliver(batch);
        }
    }

    private String settings() {
        StringBuilder settings = new StringBuilder("zone: " + world.zone() + "\nsources:\n");
        World.SLOT_SOURCES.forEach(name -> settings.append(source(name, "sli_measurement")));
        World.STATE_SOURCES.forEach(name -> settings.append(source(name, "state_change")));
        settings.append(source("windows", "maintenance_window"));
        return settings.toString();
    }

    private static String source(String name, String feed) {
        return "  - {name: %s, feed: %s, format: csv, path: \"landing/%s/*.csv\", options: {header: true}}%n"
                .formatted(name, feed, name);
    }

    private void makeRecords() {
        world.slots()
                .forEach((sli, tools) -> tools.forEach((tool, slots) -> slots.forEach((at, slot) -> {
                    boolean isValue = world.indicator(sli).measure().equals("value");
                    Slot wrong = new Slot(0, 1 + random.nextInt(9), 1000);
                    deliver(tool, line -> measured(sli, at, line ? slot : wrong, isValue));
                })));
        world.events()
                .forEach((sli, tools) -> tools.forEach((tool, events) -> events.forEach((at, event) -> {
                    Event wrong = new Event("PROBLEM", null);
                    deliver(tool, line -> changed(sli, at, line ? event : wrong));
                })));
        for (Request request : world.requests()) {
            Request wrong = new Request(
                    request.id(), request.scope(), request.from(), request.to() + 7200, request.from() - 99, "planned");
            deliver("windows", line -> asked(line ? request : wrong));
        }
        lines.replaceAll((file, rows) -> withHeader(file, rows));
    }

    private interface Version {
        String line(boolean isRight);
    }

    private void deliver(String source, Version version) {
        int batch = random.nextInt(BATCHES);
        boolean isCorrected = random.nextInt(25) == 0;
        if (source.equals(STAMPED)) {
            add(source, batch, version.line(true) + ",2027-01-02T00:00:00Z");
            if (isCorrected) {
                add(source, random.nextInt(BATCHES), version.line(false) + ",2027-01-01T00:00:00Z");
            }
            return;
        }
        if (isCorrected && batch > 0) {
            add(source, batch - 1, version.line(false));
        }
        add(source, batch, version.line(true));
    }

    private void add(String source, int batch, String line) {
        lines.computeIfAbsent(source + "/part-" + batch + ".csv", file -> new ArrayList<>())
                .add(line);
    }

    private List<String> withHeader(String file, List<String> rows) {
        Collections.shuffle(rows, random);
        String source = file.substring(0, file.indexOf('/'));
        String header = World.STATE_SOURCES.contains(source)
                ? "sli_id,changed_at,state,previous_state"
                : source.equals("windows")
                        ? "window_id,scope,starts_at,ends_at,approved_at,kind"
                        : "sli_id,measured_at,good,total,value" + (source.equals(STAMPED) ? ",updated_at" : "");
        rows.add(0, header);
        return rows;
    }

    private static String measured(String sli, long at, Slot slot, boolean isValue) {
        return isValue
                ? "%s,%s,,,%s".formatted(sli, Instant.ofEpochSecond(at), slot.value())
                : "%s,%s,%d,%d,".formatted(sli, Instant.ofEpochSecond(at), slot.good(), slot.total());
    }

    private static String changed(String sli, long at, Event event) {
        return "%s,%s,%s,%s"
                .formatted(sli, Instant.ofEpochSecond(at), event.state(), Objects.toString(event.previous(), ""));
    }

    private static String asked(Request request) {
        String approved = request.approved() == null
                ? ""
                : Instant.ofEpochSecond(request.approved()).toString();
        return "%s,%s,%s,%s,%s,%s"
                .formatted(
                        request.id(),
                        request.scope(),
                        Instant.ofEpochSecond(request.from()),
                        Instant.ofEpochSecond(request.to()),
                        approved,
                        Objects.toString(request.kind(), ""));
    }

    private List<String> documents() {
        List<String> documents = new ArrayList<>();
        world.calendars().forEach((name, calendar) -> documents.add(plimsoll("Calendar", name, hours(calendar))));
        for (Indicator indicator : world.indicators()) {
            documents.add(openSlo("Service", indicator.service(), Map.of(), Map.of("description", "a service")));
            documents.add(indicator(indicator));
        }
        for (Objective objective : world.objectives()) {
            objective.versions().forEach(terms -> documents.add(objective(objective, terms)));
        }
        for (Agreement agreement : world.agreements()) {
            agreement
                    .versions()
                    .forEach(terms -> documents.add(plimsoll("Agreement", agreement.name(), terms(agreement, terms))));
        }
        return documents;
    }

    private static Map<String, Object> hours(Calendar calendar) {
        Map<String, Object> weekly = new LinkedHashMap<>();
        calendar.weekly()
                .forEach((day, ranges) -> weekly.put(
                        day.name().substring(0, 3).toLowerCase(Locale.ROOT),
                        ranges.stream()
                                .map(range -> "%02d:%02d-%02d:%02d"
                                        .formatted(range[0] / 60, range[0] % 60, range[1] / 60, range[1] % 60))
                                .toList()));
        return Map.of(
                "zone",
                calendar.zone().getId(),
                "weekly",
                weekly,
                "holidays",
                calendar.holidays().stream().map(Object::toString).toList());
    }

    private static String indicator(Indicator indicator) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        annotations.put("plimsoll/measure", indicator.measure());
        annotations.put("plimsoll/resolutionSeconds", String.valueOf(indicator.resolution()));
        if (indicator.tool() != null) {
            annotations.put("plimsoll/tool", indicator.tool());
        }
        Map<String, Object> source = Map.of("metricSource", Map.of("type", "plimsoll", "spec", Map.of("sli", "x")));
        Map<String, Object> metric = indicator.measure().equals("counts")
                ? Map.of("ratioMetric", Map.of("counter", false, "good", source, "total", source))
                : Map.of("thresholdMetric", source);
        return openSlo("SLI", indicator.name(), annotations, metric);
    }

    private String objective(Objective objective, ObjectiveTerms terms) {
        Map<String, Object> annotations = new LinkedHashMap<>();
        put(annotations, "plimsoll/effectiveFrom", terms.from());
        put(annotations, "plimsoll/effectiveTo", terms.to());
        Map<String, Object> promise = new LinkedHashMap<>();
        promise.put("displayName", "o");
        promise.put("target", terms.target());
        if (terms.sliceSeconds() > 0) {
            promise.put("timeSliceWindow", terms.sliceSeconds() / 60 + "m");
        }
        if (terms.sliceTarget() != null) {
            promise.put("timeSliceTarget", terms.sliceTarget());
        }
        if (world.indicator(objective.indicator()).measure().equals("value")) {
            promise.put("op", terms.op());
            promise.put("value", terms.threshold());
        }
        return openSlo(
                "SLO",
                objective.name(),
                annotations,
                Map.of(
                        "service",
                        world.indicator(objective.indicator()).service(),
                        "indicatorRef",
                        objective.indicator(),
                        "timeWindow",
                        List.of(window(terms.span())),
                        "budgetingMethod",
                        terms.method(),
                        "objectives",
                        List.of(promise)));
    }

    private static Map<String, Object> window(BudgetSpan span) {
        String duration = span.count() + span.unit();
        if (span.anchor() == null) {
            return Map.of("duration", duration, "isRolling", true);
        }
        String start = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(span.anchor());
        return Map.of(
                "duration",
                duration,
                "calendar",
                Map.of("startTime", start, "timeZone", span.zone().getId()));
    }

    private static Map<String, Object> terms(Agreement agreement, AgreementTerms terms) {
        Map<String, Object> promise = new LinkedHashMap<>(Map.of("slo", agreement.objective()));
        if (terms.target() != null) {
            promise.put("target", terms.target());
        }
        Map<String, Object> exclusions = new HashMap<>();
        terms.policies().forEach((kind, policy) -> {
            Map<String, Object> written = new LinkedHashMap<>(Map.of("treatment", policy.treatment()));
            if (policy.noticeHours() != null) {
                written.put("noticeHours", policy.noticeHours());
            }
            if (policy.monthlyCapMinutes() != null) {
                written.put("monthlyCapMinutes", policy.monthlyCapMinutes());
            }
            exclusions.put(kind, written);
        });
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("type", "SLA");
        spec.put("service", agreement.service());
        spec.put("customer", "acme");
        spec.put("period", Map.of("unit", terms.unit(), "zone", terms.zone().getId()));
        spec.put("objectives", List.of(promise));
        spec.put("exclusions", exclusions);
        spec.put("minimumCoverage", terms.minimumCoverage());
        spec.put("missingData", terms.missingData());
        put(spec, "serviceHours", terms.calendar());
        put(spec, "effectiveFrom", terms.from());
        put(spec, "effectiveTo", terms.to());
        return spec;
    }

    private static void put(Map<String, Object> map, String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value.toString());
        }
    }

    private static String plimsoll(String kind, String name, Map<String, Object> spec) {
        return json(Map.of("apiVersion", "plimsoll/v1", "kind", kind, "metadata", Map.of("name", name), "spec", spec));
    }

    private static String openSlo(String kind, String name, Map<String, Object> annotations, Map<String, Object> spec) {
        Map<String, Object> metadata = new LinkedHashMap<>(Map.of("name", name));
        if (!annotations.isEmpty()) {
            metadata.put("annotations", annotations);
        }
        return json(Map.of("apiVersion", "openslo/v1", "kind", kind, "metadata", metadata, "spec", spec));
    }

    private static String json(Map<String, Object> document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
