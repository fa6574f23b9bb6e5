package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.IncidentDraft;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.BudgetTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.util.List;

/** Sign-in has failed one time in fifty for the last six hours: little of the budget is gone, but it burns about twenty times too fast. */
public final class FastBurn implements Story {

    private static final int WINDOW_DAYS = 28;

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("identity")
                && !history.endsOn().minusDays(WINDOW_DAYS).isBefore(history.firstDay());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Span lastHours = new Span(history.to().minus(Duration.ofHours(6)), history.to());
        Fault fault = new Fault("identity-logins", lastHours, 0.02);
        plot.add(fault);
        plot.add(new IncidentDraft(company.service("identity"), fault)
                .severity(2)
                .because("software", "expired certificate")
                .summary("One sign-in in fifty fails; still open"));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(new BudgetTruth(world)
                .row(
                        "identity-fast-burn",
                        "identity-logins-slo",
                        WINDOW_DAYS,
                        "Two in a hundred sign-ins fail since six hours: the six-hour burn rate is about twenty."));
    }
}
