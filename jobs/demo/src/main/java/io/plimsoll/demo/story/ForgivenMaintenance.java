package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Maintenance;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.util.List;

/** Tracking is off for four announced hours; its contract counts them as good instead of leaving them out. */
public final class ForgivenMaintenance implements Story {

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("tracking-portal") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Span work = Span.of(history.at(history.storyMonth().atDay(6), "17:30"), Duration.ofHours(4));
        plot.add(new Fault("tracking-portal-availability", work, 1));
        plot.add(new Maintenance(
                "CHG-WINDOW-0401",
                "tracking-portal-availability",
                work,
                work.from().minus(Duration.ofDays(3)),
                "change board",
                "planned"));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new ComplianceTruth(world)
                        .row(
                                "tracking-forgiven-maintenance",
                                "consumer-tracking",
                                world.history().storyMonth(),
                                "Four announced hours count as good: the total keeps their events, the good figure gains them."));
    }
}
