package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.BudgetLedger.Spent;
import java.time.Duration;
import java.time.Instant;

/** Rows of {@code gold.error_budget} on the last day told that must be found. */
public final class BudgetTruth {

    private final World world;
    private final BudgetLedger ledger;

    /** Truths about {@code world}. */
    public BudgetTruth(World world) {
        this.world = world;
        this.ledger = new BudgetLedger(world);
    }

    /** The budget of {@code objective} over the rolling window of {@code windowDays} days that ends with the past. */
    public Truth row(String id, String objective, int windowDays, String sentence) {
        Objective slo = world.company().objective(objective);
        Instant end = world.history().to();
        Spent window = last(slo, Duration.ofDays(windowDays));
        return new Truth(
                id,
                "gold.error_budget",
                Ordered.map("objective_id", objective)
                        .and("day", world.history().endsOn().toString())
                        .build(),
                Ordered.map(
                                "window_start",
                                end.minus(Duration.ofDays(windowDays)).toString())
                        .and("window_end", end.toString())
                        .and("target", slo.goals().get(0).target())
                        .and("budget", window.budget())
                        .and("bad", window.bad())
                        .and("consumed_ratio", window.consumed())
                        .and("remaining_ratio", 1 - window.consumed())
                        .and("burn_1h", last(slo, Duration.ofHours(1)).burnRate())
                        .and("burn_6h", last(slo, Duration.ofHours(6)).burnRate())
                        .and("burn_1d", last(slo, Duration.ofDays(1)).burnRate())
                        .and("burn_3d", last(slo, Duration.ofDays(3)).burnRate())
                        .build(),
                sentence);
    }

    private Spent last(Objective objective, Duration length) {
        Instant end = world.history().to();
        return ledger.spent(objective, new Span(end.minus(length), end));
    }
}
