package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.signal.Incident;
import io.plimsoll.demo.signal.World;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What silver must hold once every repeated, late and corrected record has found its place: counts, and last states of incidents. */
public final class RecordTruths {

    private final World world;

    /** Truths about {@code world}. */
    public RecordTruths(World world) {
        this.world = world;
    }

    /** All of them. */
    public List<Truth> all() {
        return Stream.of(samples(), stateChanges(), incidentCounts(), lastStates(), backedOut())
                .flatMap(List::stream)
                .toList();
    }

    private List<Truth> samples() {
        List<Truth> truths = new ArrayList<>();
        for (Indicator indicator : world.company().indicators()) {
            if (indicator.measure() != Measure.STATE) {
                indicator.monitors().forEach(monitor -> truths.add(samples(indicator, monitor)));
            }
        }
        return truths;
    }

    private Truth samples(Indicator indicator, Monitor monitor) {
        long[] rows = new long[1];
        world.forEachReceived(indicator, monitor, world.record(monitor), start -> rows[0]++);
        return new Truth(
                "samples:" + indicator.name() + ":" + monitor.tool(),
                "silver.sli_sample",
                Ordered.map("sli_id", indicator.name())
                        .and("tool", monitor.tool())
                        .build(),
                Ordered.map("rows", rows[0]).build(),
                monitor.tool() + " delivered " + rows[0] + " different slots of " + indicator.name() + ".");
    }

    private List<Truth> stateChanges() {
        return world.company().indicators().stream()
                .filter(indicator -> indicator.measure() == Measure.STATE)
                .map(indicator -> {
                    String tool = indicator.record().tool();
                    long changes = world.states(indicator).changes().stream()
                            .filter(change -> world.history().span().contains(change.at()))
                            .count();
                    return new Truth(
                            "states:" + indicator.name(),
                            "silver.state_change",
                            Ordered.map("sli_id", indicator.name())
                                    .and("tool", tool)
                                    .build(),
                            Ordered.map("rows", changes).build(),
                            indicator.name() + " changed its state " + changes + " times.");
                })
                .toList();
    }

    private List<Truth> incidentCounts() {
        Map<String, Integer> counts = new TreeMap<>();
        opened().forEach(incident -> counts.merge(incident.service(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> new Truth(
                        "incidents:" + count.getKey(),
                        "silver.incident",
                        Ordered.map("service_id", count.getKey()).build(),
                        Ordered.map("rows", count.getValue()).build(),
                        count.getKey() + " had " + count.getValue() + " incidents."))
                .toList();
    }

    /** Major incidents, reclassified ones and those that are still open: their last update is the truth. */
    private List<Truth> lastStates() {
        return opened().filter(incident -> incident.major()
                        || incident.firstSeverity() != incident.severity()
                        || incident.reopened() > 0
                        || isOpen(incident))
                .map(this::lastState)
                .toList();
    }

    private Truth lastState(Incident incident) {
        return new Truth(
                "incident:" + incident.id(),
                "silver.incident",
                Ordered.map("incident_id", incident.id()).build(),
                Ordered.map("service_id", incident.service())
                        .and("severity", incident.severity())
                        .and("major", incident.major())
                        .and("reopened", isOpen(incident) ? null : incident.reopened())
                        .and("is_resolved", !isOpen(incident))
                        .and("detected_by", incident.detectedBy())
                        .and("opened_at", typed(incident.openedAt()))
                        .build(),
                incident.id() + " (" + incident.summary() + ") has severity " + incident.severity()
                        + " in its last state.");
    }

    /** The service desk keeps minutes. */
    private static String typed(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** Changes that were backed out, with the minute in which they were made. */
    private List<Truth> backedOut() {
        return world.events().changes().stream()
                .filter(change -> change.outcome().equals("backed_out"))
                .map(change -> new Truth(
                        "change:" + change.id(),
                        "silver.change",
                        Ordered.map("change_id", change.id()).build(),
                        Ordered.map("service_id", change.service())
                                .and("outcome", change.outcome())
                                .and("implemented_at", typed(change.implementedAt()))
                                .build(),
                        change.id() + " on " + change.service() + " was backed out."))
                .toList();
    }

    private boolean isOpen(Incident incident) {
        return !incident.resolvedAt().isBefore(world.history().to());
    }

    private Stream<Incident> opened() {
        return world.events().incidents().stream()
                .filter(incident -> incident.openedAt().isBefore(world.history().to()));
    }
}
