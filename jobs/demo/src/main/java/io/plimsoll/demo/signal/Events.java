package io.plimsoll.demo.signal;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.plimsoll.demo.history.Span;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that happened beside ordinary days. */
public final class Events {

    private final Map<String, List<Fault>> faults;
    private final Map<String, List<Span>> quiets;
    private final Map<String, List<Span>> gaps;
    private final List<Maintenance> maintenance;
    private final List<WeeklyMaintenance> weeklyMaintenance;
    private final List<Maintenance> allMaintenance;
    private final List<Incident> incidents;
    private final List<Change> changes;
    private final List<Usage> usages;

    Events(
            List<Fault> faults,
            List<Quiet> quiets,
            List<Gap> gaps,
            List<Maintenance> maintenance,
            List<WeeklyMaintenance> weeklyMaintenance,
            List<Incident> incidents,
            List<Change> changes,
            List<Usage> usages) {
        this.faults = faults.stream().collect(groupingBy(Fault::indicator));
        this.quiets = quiets.stream().collect(groupingBy(Quiet::indicator, mapping(Quiet::span, toList())));
        this.gaps = gaps.stream()
                .collect(groupingBy(gap -> gapKey(gap.indicator(), gap.tool()), mapping(Gap::span, toList())));
        this.maintenance = List.copyOf(maintenance);
        this.weeklyMaintenance = List.copyOf(weeklyMaintenance);
        this.allMaintenance = Stream.concat(
                        maintenance.stream(), weeklyMaintenance.stream().flatMap(Events::occurrences))
                .toList();
        this.incidents = List.copyOf(incidents);
        this.changes = List.copyOf(changes);
        this.usages = usages.stream().sorted(Comparator.comparing(Usage::since)).toList();
    }

    /** The same with one more thing that went wrong. */
    public Events with(Fault fault) {
        Map<String, List<Fault>> more = new HashMap<>(faults);
        more.merge(
                fault.indicator(),
                List.of(fault),
                (known, added) -> Stream.of(known, added).flatMap(List::stream).toList());
        return new Events(
                more, quiets, gaps, maintenance, weeklyMaintenance, allMaintenance, incidents, changes, usages);
    }

    private Events(
            Map<String, List<Fault>> faults,
            Map<String, List<Span>> quiets,
            Map<String, List<Span>> gaps,
            List<Maintenance> maintenance,
            List<WeeklyMaintenance> weeklyMaintenance,
            List<Maintenance> allMaintenance,
            List<Incident> incidents,
            List<Change> changes,
            List<Usage> usages) {
        this.faults = faults;
        this.quiets = quiets;
        this.gaps = gaps;
        this.maintenance = maintenance;
        this.weeklyMaintenance = weeklyMaintenance;
        this.allMaintenance = allMaintenance;
        this.incidents = incidents;
        this.changes = changes;
        this.usages = usages;
    }

    private static String gapKey(String indicator, String tool) {
        return indicator + "|" + tool;
    }

    private static Stream<Maintenance> occurrences(WeeklyMaintenance series) {
        return series.occurrences()
                .map(span -> new Maintenance(
                        series.uid() + "@" + span.from(),
                        series.scope(),
                        span,
                        series.createdAt(),
                        "change board",
                        "planned"));
    }

    /** What went wrong with one indicator. */
    public List<Fault> faultsOf(String indicator) {
        return faults.getOrDefault(indicator, List.of());
    }

    /** When nobody used what the indicator measures. */
    public List<Span> quietsOf(String indicator) {
        return quiets.getOrDefault(indicator, List.of());
    }

    /** When {@code tool} did not watch the indicator. */
    public List<Span> gapsOf(String indicator, String tool) {
        return gaps.getOrDefault(gapKey(indicator, tool), List.of());
    }

    /** Windows that were announced one by one. */
    public List<Maintenance> maintenance() {
        return maintenance;
    }

    /** Windows that were announced for every week. */
    public List<WeeklyMaintenance> weeklyMaintenance() {
        return weeklyMaintenance;
    }

    /** Every single window, with the occurrences of the weekly ones. */
    public List<Maintenance> allMaintenance() {
        return allMaintenance;
    }

    /** Incidents by number, which is the order in which they were opened. */
    public List<Incident> incidents() {
        return incidents;
    }

    /** The incidents that were declared major. */
    public List<Incident> majorIncidents() {
        return incidents.stream().filter(Incident::major).toList();
    }

    /** Changes by number. */
    public List<Change> changes() {
        return changes;
    }

    /** How a metric of a resource was used when that was not as usual, oldest first. */
    public List<Usage> usagesOf(String resource, String metric) {
        return usages.stream()
                .filter(usage ->
                        usage.resource().equals(resource) && usage.metric().equals(metric))
                .toList();
    }
}
