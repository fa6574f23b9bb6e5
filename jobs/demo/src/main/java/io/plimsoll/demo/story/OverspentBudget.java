package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
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
        plot.add(new Fault("tracking-portal-availability", evening(history, 21, "18:00", 90), 0.6));
        plot.add(new Fault("tracking-portal-availability", evening(history, 12, "19:30", 45), 0.8));
        plot.add(new Fault("tracking-portal-latency", evening(history, 12, "19:30", 45), 0.8));
        plot.add(new Fault("tracking-search-journey", evening(history, 21, "18:00", 90), 0.6));
    }

    private static Span evening(History history, int daysBefore, String time, int minutes) {
        return Span.of(history.at(history.endsOn().minusDays(daysBefore), time), Duration.ofMinutes(minutes));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(new BudgetTruth(world)
                .row(
                        "tracking-overspent",
                        "tracking-portal-availability-slo",
                        WINDOW_DAYS,
                        "Two bad evenings cost more than the four weeks' error budget: what remains is below zero."));
    }
}
