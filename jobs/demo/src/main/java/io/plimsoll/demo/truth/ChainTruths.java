package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which promises of the story month are more than what holds them up can support, and that no other is called so. */
public final class ChainTruths {

    private final World world;
    private final YearMonth month;

    /** Truths about {@code world}. */
    public ChainTruths(World world) {
        this.world = world;
        this.month = world.history().storyMonth();
    }

    /** A truth for each promise that its chain cannot support, and one for their number. */
    public List<Truth> all() {
        List<Truth> truths = new ArrayList<>();
        for (Agreement agreement : world.company().agreements()) {
            if (agreement.type() == Agreement.Type.SLA && agreement.bindsIn(month) && startsIn(agreement)) {
                agreement.promises().forEach(promise -> judge(agreement, promise, truths));
            }
        }
        int unsupported = truths.size();
        truths.add(new Truth(
                "chains-unsupported",
                "gold.agreement_chain",
                Ordered.map("period_start", month.atDay(1).toString())
                        .and("support", "UNSUPPORTED")
                        .build(),
                Ordered.map("rows", unsupported).build(),
                unsupported + " promises of the month are more than what holds them up can support, and no other."));
        return truths;
    }

    private boolean startsIn(Agreement agreement) {
        return (month.getMonthValue() - 1) % agreement.months() == 0;
    }

    private void judge(Agreement agreement, Promise promise, List<Truth> truths) {
        @Nullable BigDecimal possible = below(agreement, isValue(promise), agreement);
        BigDecimal promised = target(promise);
        if (possible != null && possible.compareTo(promised) < 0) {
            Objective objective = world.company().objective(promise.slo());
            truths.add(new Truth(
                    "chain-unsupported:" + agreement.name() + ":" + promise.slo(),
                    "gold.agreement_chain",
                    Ordered.map("agreement_id", agreement.name())
                            .and("objective_id", objective.id(objective.goals().get(0)))
                            .and("period_start", month.atDay(1).toString())
                            .build(),
                    Ordered.map("support", "UNSUPPORTED")
                            .and("possible_ratio", possible)
                            .build(),
                    agreement.name() + " promises " + promised + " on agreements that together promise " + possible
                            + "."));
        }
    }

    /** The product of what the agreements directly below promise of a kind; null when none promises any. */
    private @Nullable BigDecimal below(Agreement agreement, boolean ofValues, Agreement period) {
        @Nullable BigDecimal product = null;
        for (String name : agreement.underpinnedBy()) {
            @Nullable BigDecimal own = worth(name, ofValues, period);
            if (own != null) {
                product = product == null ? own : product.multiply(own);
            }
        }
        return product;
    }

    private @Nullable BigDecimal worth(String name, boolean ofValues, Agreement period) {
        @Nullable BigDecimal least = null;
        for (Agreement version : world.company().agreements()) {
            if (version.name().equals(name) && bindsWithin(version, period)) {
                @Nullable BigDecimal own = least(promised(version, ofValues), below(version, ofValues, period));
                least = least(least, own);
            }
        }
        return least;
    }

    private @Nullable BigDecimal promised(Agreement version, boolean ofValues) {
        return version.promises().stream()
                .filter(promise -> isValue(promise) == ofValues)
                .map(this::target)
                .reduce(BigDecimal::multiply)
                .orElse(null);
    }

    private boolean bindsWithin(Agreement version, Agreement period) {
        Instant from = month.atDay(1).atStartOfDay(period.zone()).toInstant();
        Instant to = month.plusMonths(period.months())
                .atDay(1)
                .atStartOfDay(period.zone())
                .toInstant();
        Instant starts = version.effectiveFrom().atStartOfDay(version.zone()).toInstant();
        return starts.isBefore(to)
                && (version.effectiveTo() == null
                        || version.effectiveTo()
                                .atStartOfDay(version.zone())
                                .toInstant()
                                .isAfter(from));
    }

    private boolean isValue(Promise promise) {
        Objective objective = world.company().objective(promise.slo());
        return world.company().indicator(objective.indicator()).measure() == Measure.VALUE;
    }

    private BigDecimal target(Promise promise) {
        return promise.target() != null
                ? promise.target()
                : world.company().objective(promise.slo()).goals().get(0).target();
    }

    private static @Nullable BigDecimal least(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.min(other);
    }
}
