package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.time.LocalDate;
import java.util.List;

/**
 * Since a release the driver app answers nearly half as slow again, for good: its own past tells the step on its day, and once. After half a
 * season that is what is expected of it.
 */
public final class SlowerRelease implements Story {

    static final String INDICATOR = "driver-app-latency";

    private static final int DAYS_BEFORE_THE_END = 35;
    private static final int DAYS_OF_MEMORY = 28;
    /** A latency grows by three times the share. */
    private static final double SHARE = 0.15;

    static LocalDate day(History history) {
        return history.endsOn().minusDays(DAYS_BEFORE_THE_END);
    }

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("driver-app")
                && !day(history).minusDays(DAYS_OF_MEMORY).isBefore(history.firstDay());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        plot.add(new Fault(INDICATOR, new Span(history.at(day(history), "09:00"), history.to()), SHARE));
    }

    @Override
    public List<Truth> truths(World world) {
        String day = day(world.history()).toString();
        return List.of(
                new Truth(
                        "driver-app-step",
                        "gold.sli_anomaly",
                        Ordered.map("sli_id", INDICATOR)
                                .and("day", day)
                                .and("is_alert", true)
                                .build(),
                        Ordered.map("rows", 1).build(),
                        "The release made the driver app nearly half as slow again: one alert on its day, against its own past."));
    }
}
