package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Gap;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.util.List;

/** Nobody watched the route planner's latency for four days: too little data for a verdict, whatever the rest says. */
public final class MonitoringGap implements Story {

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("route-planner") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Span gap = Span.of(history.at(history.storyMonth().atDay(20), "00:00"), Duration.ofDays(4));
        plot.add(new Gap("route-planner-latency", Tools.PROMETHEUS, gap));
    }

    @Override
    public List<Truth> truths(World world) {
        ComplianceTruth compliance = new ComplianceTruth(world);
        return List.of(
                compliance.row(
                        "route-planner-unwatched",
                        "route-planner-ola",
                        0,
                        world.history().storyMonth(),
                        "Four days of latency are missing, 95 % coverage is due: no verdict."),
                compliance.row(
                        "route-planner-watched",
                        "route-planner-ola",
                        1,
                        world.history().storyMonth(),
                        "The other promise of the same agreement was watched all month."));
    }
}
