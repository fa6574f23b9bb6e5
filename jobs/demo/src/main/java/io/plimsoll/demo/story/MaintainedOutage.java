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

/** Label printing is down for six hours, five and a half of them inside approved maintenance: met after exclusions, breached before. */
public final class MaintainedOutage implements Story {

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("label-printing") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Span outage = outage(history);
        plot.add(new Fault("label-printing-success", outage, 1));
        Span work = new Span(
                outage.from().minus(Duration.ofMinutes(30)), outage.to().minus(Duration.ofMinutes(30)));
        plot.add(new Maintenance(
                "CHG-WINDOW-0101",
                "label-printing",
                work,
                work.from().minus(Duration.ofDays(6)),
                "change board",
                "planned"));
    }

    static Span outage(History history) {
        return Span.of(history.at(history.storyMonth().atDay(17), "08:00"), Duration.ofHours(6));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new ComplianceTruth(world)
                        .row(
                                "labels-maintained-outage",
                                "brightline-labels",
                                world.history().storyMonth(),
                                "All but 30 minutes of a six-hour outage lay in approved maintenance: net is met, gross is not."));
    }
}
