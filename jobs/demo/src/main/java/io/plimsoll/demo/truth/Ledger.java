package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Objective.Goal;
import io.plimsoll.demo.signal.StateChange;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** What a promise came to, counted second by second and slot by slot over the true records. */
public final class Ledger {

    private final World world;

    /** A ledger over {@code world}. */
    public Ledger(World world) {
        this.world = world;
    }

    /** The outcome of one promise in the period that begins on local day {@code firstDay}. */
    public Outcome outcome(Agreement agreement, Promise promise, LocalDate firstDay) {
        Objective objective = world.company().objective(promise.slo());
        Goal goal = objective.goals().get(0);
        BigDecimal target = promise.target() == null ? goal.target() : promise.target();
        Indicator indicator = world.company().indicator(objective.indicator());
        PeriodScope scope = new PeriodScope(world, agreement, indicator, firstDay);
        Account net = new Account();
        Account gross = new Account();
        switch (indicator.measure()) {
            case STATE -> countSeconds(indicator, scope, net, gross);
            case COUNTS, VALUE -> new SlotCount(world, agreement, objective, indicator).count(scope, net, gross);
        }
        return new Outcome(
                status(agreement, target, net),
                target,
                net.good(),
                net.total(),
                net.ratio(),
                gross.ratio(),
                scope.excludedSeconds(),
                net.unknown(),
                net.coverage());
    }

    private void countSeconds(Indicator indicator, PeriodScope scope, Account net, Account gross) {
        Iterator<StateChange> changes = world.states(indicator).changes().iterator();
        @Nullable StateChange next = changes.hasNext() ? changes.next() : null;
        String state = "OK";
        long last = scope.period().to().getEpochSecond();
        for (long second = scope.period().from().getEpochSecond(); second < last; second++) {
            while (next != null && next.at().getEpochSecond() <= second) {
                state = next.state();
                next = changes.hasNext() ? changes.next() : null;
            }
            if (scope.isPromised(second)) {
                countSecond(state, second, scope, net, gross);
            }
        }
    }

    private static void countSecond(String state, long second, PeriodScope scope, Account net, Account gross) {
        boolean told = !state.equals("UNKNOWN");
        boolean ok = state.equals("OK");
        gross.expect(told);
        gross.addSecond(told, ok);
        if (!scope.isRemoved(second)) {
            net.expect(told);
            net.addSecond(told, ok || scope.isForgiven(second));
        }
    }

    private static String status(Agreement agreement, BigDecimal target, Account net) {
        if (net.coverage() < agreement.minimumCoverage().doubleValue()) {
            return "NO_DATA";
        }
        if (net.total().signum() == 0) {
            return "NO_TRAFFIC";
        }
        return net.good().compareTo(target.multiply(net.total())) >= 0 ? "MET" : "BREACHED";
    }
}
