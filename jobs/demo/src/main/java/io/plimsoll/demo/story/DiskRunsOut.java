package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Scenarios;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Draw;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.Usage;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.CapacityTruths;
import io.plimsoll.demo.truth.Truth;
import java.time.LocalDate;
import java.util.List;

/** The data platform's lake is full 40 days after the run's date, and what is ordered comes after 30; two scenarios fill it sooner. */
public final class DiskRunsOut implements Story {

    private static final String LAKE = "data-platform-lake";
    private static final int DAYS_LEFT = 40;
    private static final double SHARE_A_DAY = 0.006;
    private static final double NOISE = 0.02;

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("data-platform") && CapacityTruths.canTell(history);
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        double level = CapacityTruths.levelForFullOn(fullOn(history), SHARE_A_DAY, NOISE, history);
        plot.add(new Usage(LAKE, "storage", history.from(), Draw.stored(level, SHARE_A_DAY, NOISE)));
    }

    private static LocalDate fullOn(History history) {
        return history.asOf().plusDays(DAYS_LEFT);
    }

    @Override
    public List<Truth> truths(World world) {
        LocalDate full = fullOn(world.history());
        int leadDays = world.company().resource(LAKE).leadTimeDays();
        double gigabytesADay = SHARE_A_DAY * world.company().resource(LAKE).capacity();
        long sooner = Math.round(Scenarios.LAUNCHED_GB / gigabytesADay);
        long soonerGrown = Math.round((1 - 1 / Scenarios.GROWTH) / SHARE_A_DAY);
        return List.of(
                new Truth(
                        "lake-runs-out",
                        "gold.capacity_plan",
                        lake().build(),
                        Ordered.map("status", "within_horizon")
                                .and(CapacityTruths.isBetweenTheDates(full), true)
                                .and("date_add(order_by_on, lead_time_days) = exhausts_p10_on", true)
                                .and("order_by_on BETWEEN as_of AND DATE'" + full.minusDays(leadDays) + "'", true)
                                .and("p_exhaust_before_lead_time < 0.1", true)
                                .and("recommended_capacity > raw_capacity", true)
                                .build(),
                        "The lake is full in " + DAYS_LEFT + " days, an order takes " + leadDays
                                + ": that day lies between the early and the late date, and an order still comes in time."),
                sooner(
                        Scenarios.LAUNCH,
                        full.minusDays(sooner),
                        "If the archive moves in, the lake is full " + sooner + " days sooner."),
                sooner(
                        Scenarios.GROW,
                        full.minusDays(soonerGrown),
                        "With scans in colour, the lake is full " + soonerGrown + " days sooner."));
    }

    private static Truth sooner(String scenario, LocalDate full, String sentence) {
        return new Truth(
                "lake-" + scenario,
                "gold.capacity_scenario",
                lake().and("scenario_id", scenario).build(),
                Ordered.map("status", "within_horizon")
                        .and(CapacityTruths.isBetweenTheDates(full), true)
                        .build(),
                sentence);
    }

    private static Ordered lake() {
        return Ordered.map("resource_id", LAKE).and("metric", "storage");
    }
}
