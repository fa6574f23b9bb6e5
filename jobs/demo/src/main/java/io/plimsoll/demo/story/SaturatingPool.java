package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Rhythm;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Draw;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.Usage;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.CapacityTruths;
import io.plimsoll.demo.truth.Truth;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/** Booking's connections follow the working week and grow: on a Wednesday five weeks ahead there are not enough of them. */
public final class SaturatingPool implements Story {

    private static final String POOL = "booking-api-pool";
    private static final int DAYS_LEFT = 31;
    private static final double SHARE_A_DAY = 0.004;
    private static final double NOISE = 0.02;

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("booking-api") && CapacityTruths.canTell(history);
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        double level = CapacityTruths.levelForFullOn(fullOn(history), SHARE_A_DAY, NOISE, history);
        plot.add(new Usage(
                POOL, "connections", history.from(), new Draw(level, SHARE_A_DAY, Rhythm.OFFICE, 0.8, NOISE)));
    }

    private static LocalDate fullOn(History history) {
        return history.asOf().plusDays(DAYS_LEFT).with(TemporalAdjusters.nextOrSame(DayOfWeek.WEDNESDAY));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(new Truth(
                "pool-saturates",
                "gold.capacity_plan",
                Ordered.map("resource_id", POOL).and("metric", "connections").build(),
                Ordered.map("status", "within_horizon")
                        .and(CapacityTruths.isBetweenTheDates(fullOn(world.history())), true)
                        .and("dayofweek(exhausts_p50_on) BETWEEN 2 AND 6", true)
                        .and("order_by_on >= as_of", true)
                        .build(),
                "Booking's connections run out on a working day: " + fullOn(world.history())
                        + " lies between the early and the late date, and an order still comes in time."));
    }
}
