package io.plimsoll.demo.signal;

import java.util.ArrayList;
import java.util.List;

/** Collects what the stories plant, in the order in which they are told. */
public final class Plot {

    private final List<Fault> faults = new ArrayList<>();
    private final List<Quiet> quiets = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Maintenance> maintenance = new ArrayList<>();
    private final List<WeeklyMaintenance> weeklyMaintenance = new ArrayList<>();

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

    /** All that was planted so far. */
    public Events events() {
        return new Events(faults, quiets, gaps, maintenance, weeklyMaintenance);
    }
}
