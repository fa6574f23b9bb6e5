package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Draw;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.Usage;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.CapacityTruths;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/** The data platform pays for more than twice the machines that it uses. */
public final class OversizedFleet implements Story {

    /** The fleet. */
    public static final String FLEET = "data-platform-fleet";

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("data-platform") && CapacityTruths.canTell(history);
    }

    /** A share of 0.23 at the most: at the target of 0.65 that is 17 of 48 cores, which come by four. */
    @Override
    public void plant(Company company, History history, Plot plot) {
        plot.add(new Usage(FLEET, "cpu", history.from(), Draw.busy(0.22, 0, 0.02)));
        plot.add(new Usage(FLEET, "memory", history.from(), Draw.busy(0.15, 0, 0.02)));
    }

    /** They need the bill: see {@link io.plimsoll.demo.truth.RightsizingTruths}. */
    @Override
    public List<Truth> truths(World world) {
        return List.of();
    }
}
