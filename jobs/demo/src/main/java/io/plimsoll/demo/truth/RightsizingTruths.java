package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Resource;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.story.OversizedFleet;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiFunction;

/** Which resource is too large and what a smaller one saves, from the bill itself; and that no other is. */
public final class RightsizingTruths {

    private static final int NEEDED = 20;

    private final World world;
    private final BiFunction<String, YearMonth, BigDecimal> charges;

    /**
     * Truths about {@code world}.
     *
     * @param charges what was billed for a resource in a month
     */
    public RightsizingTruths(World world, BiFunction<String, YearMonth, BigDecimal> charges) {
        this.world = world;
        this.charges = charges;
    }

    /** None where no fleet was planted, or its bill of a whole month is not told. */
    public List<Truth> all() {
        YearMonth month = billed();
        if (!world.history().covers(month)
                || world.events().usagesOf(OversizedFleet.FLEET, "cpu").isEmpty()) {
            return List.of();
        }
        Resource fleet = world.company().resource(OversizedFleet.FLEET);
        BigDecimal cost = charges.apply(fleet.name(), month).setScale(2, RoundingMode.HALF_UP);
        return List.of(
                new Truth(
                        "fleet-oversized",
                        "gold.rightsizing",
                        Ordered.map("resource_id", fleet.name()).build(),
                        Ordered.map("metric", "cpu")
                                .and("current", fleet.capacity())
                                .and("recommended", NEEDED)
                                .and("action", "shrink")
                                .and("cost_basis", "billing")
                                .and("cost_month", month.toString())
                                .and("monthly_cost", cost)
                                .and("saving", saving(cost, fleet))
                                .and("cost_currency", fleet.currency())
                                .build(),
                        "The data platform's fleet has " + fleet.capacity() + " cores and needs " + NEEDED + ": "
                                + saving(cost, fleet) + " " + fleet.currency() + " a month."),
                new Truth(
                        "fleets-oversized",
                        "gold.rightsizing",
                        Ordered.map("action", "shrink").build(),
                        Ordered.map("rows", 1).build(),
                        "No other resource is larger than it needs to be."));
    }

    /** The latest month that has ended where days are counted in UTC. */
    private YearMonth billed() {
        History history = world.history();
        return YearMonth.from(history.to().atOffset(ZoneOffset.UTC).toLocalDate())
                .minusMonths(1);
    }

    private static BigDecimal saving(BigDecimal cost, Resource fleet) {
        return cost.multiply(BigDecimal.valueOf(fleet.capacity() - NEEDED))
                .divide(BigDecimal.valueOf(fleet.capacity()), 2, RoundingMode.HALF_UP);
    }
}
