package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Draw;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.Usage;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.CapacityTruths;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/** Six weeks ago a depot's labels moved to this fleet: its use jumped once and has been level since. A jump is not a trend. */
public final class UsageJump implements Story {

    private static final String FLEET = "label-printing-fleet";
    private static final int DAYS_AGO = 42;

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("label-printing") && CapacityTruths.canTell(history);
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        plot.add(new Usage(FLEET, "cpu", history.from(), Draw.busy(0.36, 0, 0.03)));
        plot.add(new Usage(
                FLEET, "cpu", history.at(history.asOf().minusDays(DAYS_AGO), "00:00"), Draw.busy(0.61, 0, 0.03)));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new Truth(
                        "labels-jump-is-no-trend",
                        "gold.capacity_plan",
                        Ordered.map("resource_id", FLEET).and("metric", "cpu").build(),
                        Ordered.map("exhausts_p10_on IS NULL", true)
                                .and("exhausts_p50_on IS NULL", true)
                                .and("order_by_on IS NULL", true)
                                .and("p_exhaust_within_horizon < 0.1", true)
                                .build(),
                        "The label fleet's use jumped by two thirds six weeks ago and has been level since: it does not run out."));
    }
}
