package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.CountSignal;
import io.plimsoll.demo.signal.Slot;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;

/** Error budgets of objectives that count occurrences, summed slot by slot. */
public final class BudgetLedger {

    private final World world;

    /** A ledger over {@code world}. */
    public BudgetLedger(World world) {
        this.world = world;
    }

    /**
     * Events over a span.
     *
     * @param errorShare bad over total, NaN without traffic
     * @param burnRate error share over the share that the target allows
     */
    public record Spent(long bad, long total, BigDecimal budget, double consumed, double errorShare, double burnRate) {}

    /** What {@code objective} lost in {@code span}: the budget is (1 - target) times the events of the span. */
    public Spent spent(Objective objective, Span span) {
        Indicator indicator = world.company().indicator(objective.indicator());
        CountSignal signal = world.counts(indicator, indicator.record());
        long[] sums = new long[2];
        world.forEachReceived(indicator, indicator.record(), span, start -> {
            Slot slot = signal.at(start);
            sums[0] += slot.total() - slot.good();
            sums[1] += slot.total();
        });
        BigDecimal allowed = BigDecimal.ONE.subtract(objective.goals().get(0).target());
        BigDecimal budget = allowed.multiply(BigDecimal.valueOf(sums[1]));
        double errorShare = sums[1] == 0 ? Double.NaN : (double) sums[0] / sums[1];
        return new Spent(
                sums[0],
                sums[1],
                budget,
                sums[0] / budget.doubleValue(),
                errorShare,
                errorShare / allowed.doubleValue());
    }
}
