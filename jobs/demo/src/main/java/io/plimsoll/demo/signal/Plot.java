package io.plimsoll.demo.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Collects what the stories plant, in the order in which they are told. */
public final class Plot {

    private static final int FIRST_INCIDENT = 10_001;

    private final List<Fault> faults = new ArrayList<>();
    private final List<Quiet> quiets = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Maintenance> maintenance = new ArrayList<>();
    private final List<WeeklyMaintenance> weeklyMaintenance = new ArrayList<>();
    private final List<IncidentDraft> incidents = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final List<Usage> usages = new ArrayList<>();

    /** Something went wrong. */
    public void add(Fault fault) {
        faults.add(fault);
    }

    /** Nobody used it. */
    public void add(Quiet quiet) {
        quiets.add(quiet);
    }

    /** Nobody watched. */
    public void add(Gap gap) {
        gaps.add(gap);
    }

    /** Work was announced. */
    public void add(Maintenance window) {
        maintenance.add(window);
    }

    /** Work was announced for every week. */
    public void add(WeeklyMaintenance series) {
        weeklyMaintenance.add(series);
    }

    /** Somebody opened an incident; it gets its number when all are known. */
    public void add(IncidentDraft incident) {
        incidents.add(incident);
    }

    /** Something was changed. */
    public void add(Change change) {
        changes.add(change);
    }

    /** A resource was used otherwise than usual. */
    public void add(Usage usage) {
        usages.add(usage);
    }

    /** All that was planted so far. */
    public Events events() {
        return new Events(
                faults,
                quiets,
                gaps,
                maintenance,
                weeklyMaintenance,
                numbered(),
                changes.stream().sorted(Comparator.comparing(Change::id)).toList(),
                usages);
    }

    private List<Incident> numbered() {
        List<IncidentDraft> byTime = incidents.stream()
                .sorted(Comparator.comparing(IncidentDraft::openedAt).thenComparing(IncidentDraft::serviceName))
                .toList();
        List<Incident> numbered = new ArrayList<>(byTime.size());
        for (IncidentDraft draft : byTime) {
            numbered.add(draft.numbered(String.format(Locale.ROOT, "INC%07d", FIRST_INCIDENT + numbered.size())));
        }
        return numbered;
    }
}
