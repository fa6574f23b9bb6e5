package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.Quiet;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/** Nobody has sent a telex for 65 days, and every month costs as much as before. */
public final class UnwantedService implements Story {

    private static final int QUIET_DAYS = 65;
    private static final int DAYS_BEFORE = 31;

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("telex-gateway")
                && !history.asOf().minusDays(QUIET_DAYS + DAYS_BEFORE).isBefore(history.firstDay());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        plot.add(new Quiet(
                "telex-gateway-sent",
                new Span(history.at(history.asOf().minusDays(QUIET_DAYS), "00:00"), history.to())));
    }

    /** They need the bill: see {@link io.plimsoll.demo.truth.RetirementTruths}. */
    @Override
    public List<Truth> truths(World world) {
        return List.of();
    }
}
