package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ChainTruths;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/** Booking promises 99.9 % on three agreements of about 99.9 % each: together they support 99.7 %. */
public final class PromiseBeyondItsChain implements Story {

    @Override
    public boolean fits(Company company, History history) {
        return List.of("booking-api", "identity", "payments", "data-platform").stream()
                        .allMatch(company::runs)
                && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        // The contracts say it; nothing needs to happen.
    }

    @Override
    public List<Truth> truths(World world) {
        return new ChainTruths(world).all();
    }
}
