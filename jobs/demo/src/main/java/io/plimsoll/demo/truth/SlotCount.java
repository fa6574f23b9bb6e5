package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.MissingData;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Objective.Goal;
import io.plimsoll.demo.company.Objective.Method;
import io.plimsoll.demo.signal.Slot;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.function.LongFunction;

/** Counts the slots of one promise into accounts, by the objective's budgeting method. */
final class SlotCount {

    private final World world;
    private final Agreement agreement;
    private final Objective objective;
    private final Goal goal;
    private final Indicator indicator;
    private final Monitor monitor;
    private final LongFunction<Slot> slots;

    SlotCount(World world, Agreement agreement, Objective objective, Indicator indicator) {
        this.world = world;
        this.agreement = agreement;
        this.objective = objective;
        this.goal = objective.goals().get(0);
        this.indicator = indicator;
        this.monitor = indicator.record();
        this.slots = Slots.of(world, indicator, goal);
    }

    void count(PeriodScope scope, Account net, Account gross) {
        BitSet received = received(scope);
        long step = monitor.slotSeconds();
        long from = scope.period().from().getEpochSecond();
        long to = scope.period().to().getEpochSecond();
        Slice netSlice = new Slice(net);
        Slice grossSlice = new Slice(gross);
        for (long start = -Math.floorDiv(-from, step) * step; start < to; start += step) {
            if (!scope.isPromised(start)) {
                continue;
            }
            boolean arrived = received.get((int) ((start - from) / step));
            Slot slot = arrived ? slots.apply(start) : new Slot(start, 0, 0);
            grossSlice.take(slot, arrived);
            if (!scope.isRemoved(start)) {
                netSlice.take(scope.isForgiven(start) ? new Slot(start, slot.total(), slot.total()) : slot, arrived);
            }
        }
        netSlice.close();
        grossSlice.close();
    }

    private BitSet received(PeriodScope scope) {
        BitSet received = new BitSet();
        long from = scope.period().from().getEpochSecond();
        world.forEachReceived(
                indicator,
                monitor,
                scope.period(),
                start -> received.set((int) ((start - from) / monitor.slotSeconds())));
        return received;
    }

    /** The slice being filled; with the occurrences method every slot is added as it comes. */
    private final class Slice {

        private final Account account;
        private final long seconds = Math.max(1, goal.sliceMinutes() * 60L);
        private long start = Long.MIN_VALUE;
        private long good;
        private long total;
        private boolean arrived;

        Slice(Account account) {
            this.account = account;
        }

        void take(Slot slot, boolean slotArrived) {
            account.expect(slotArrived);
            if (objective.method() == Method.OCCURRENCES) {
                account.add(slot.good(), slot.total());
                return;
            }
            long sliceStart = Math.floorDiv(slot.start(), seconds) * seconds;
            if (sliceStart != start) {
                close();
                start = sliceStart;
            }
            good += slot.good();
            total += slot.total();
            arrived |= slotArrived;
        }

        void close() {
            if (start == Long.MIN_VALUE) {
                return;
            }
            if (!arrived && agreement.missingData() != MissingData.IGNORE) {
                judge(agreement.missingData() == MissingData.GOOD ? 1 : 0, 1);
            } else if (total > 0) {
                judge(good, total);
            }
            good = 0;
            total = 0;
            arrived = false;
            start = Long.MIN_VALUE;
        }

        private void judge(long goodEvents, long totalEvents) {
            if (objective.method() == Method.RATIO_TIMESLICES) {
                account.addShare((double) goodEvents / totalEvents);
                return;
            }
            BigDecimal least = goal.sliceTarget() == null ? BigDecimal.ONE : goal.sliceTarget();
            boolean isGood =
                    BigDecimal.valueOf(goodEvents).compareTo(least.multiply(BigDecimal.valueOf(totalEvents))) >= 0;
            account.add(isGood ? 1 : 0, 1);
        }
    }

    /** Slots of any measure as good and total. */
    private static final class Slots {

        static LongFunction<Slot> of(World world, Indicator indicator, Goal goal) {
            Monitor monitor = indicator.record();
            if (indicator.measure() == Measure.COUNTS) {
                return world.counts(indicator, monitor)::at;
            }
            BigDecimal most = goal.atMost();
            if (most == null) {
                throw new IllegalArgumentException("The objective on " + indicator.name() + " has no threshold");
            }
            long mostTenths = most.movePointRight(1).longValueExact();
            var values = world.values(indicator, monitor);
            return start -> new Slot(start, values.tenthsAt(start) <= mostTenths ? 1 : 0, 1);
        }
    }
}
