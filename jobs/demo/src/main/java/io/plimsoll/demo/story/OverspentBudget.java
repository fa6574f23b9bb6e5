package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
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

/** Tracking lost more in four weeks than its budget of one in a thousand allows. */
public final class OverspentBudget implements Story {

    private static final int WINDOW_DAYS = 28;

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("tracking-portal")
                && !history.endsOn().minusDays(WINDOW_DAYS).isBefore(history.firstDay());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        Span crash = evening(history, 21, "18:00", 90);
        Span queue = evening(history, 12, "19:30", 45);
        Fault pages = new Fault("tracking-portal-availability", crash, 0.25);
        Fault slowPages = new Fault("tracking-portal-availability", queue, 0.2);
        plot.add(pages);
        plot.add(slowPages);
        plot.add(new Fault("tracking-portal-latency", queue, 0.8));
        plot.add(new Fault("tracking-search-journey", crash, 0.6));
        plot.add(new IncidentDraft(company.service("tracking-portal"), pages)
                .major()
                .noticed(Duration.ofMinutes(3), Duration.ofMinutes(4), "synthetic")
                .because("capacity", "capacity")
                .summary("Every fourth tracking page fails"));
        plot.add(new IncidentDraft(company.service("tracking-portal"), slowPages)
                .severity(3, 2)
                .because("capacity", "capacity")
                .reopened()
                .summary("Tracking pages slow and failing again"));
    }

    private static Span evening(History history, int daysBefore, String time, int minutes) {
        return Span.of(history.at(history.endsOn().minusDays(daysBefore), time), Duration.ofMinutes(minutes));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new BudgetTruth(world)
                        .row(
                                "tracking-overspent",
                                "tracking-portal-availability-slo",
                                WINDOW_DAYS,
                                "Two bad evenings cost more than the four weeks' error budget: what remains is below zero."),
                new Truth(
                        "tracking-frozen",
                        "gold.budget_policy_state",
                        Ordered.map("objective_id", "tracking-portal-availability-slo")
                                .and("is_current", true)
                                .build(),
                        Ordered.map("policy_state", "FREEZE")
                                .and("policy_action", "No release but repairs")
                                .build(),
                        "Tracking's budget is overspent: its policy says to release nothing but repairs."));
    }
}
