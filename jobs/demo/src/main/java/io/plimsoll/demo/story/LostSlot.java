package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Tools;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Gap;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.util.List;

/** One slot of the customs gateway was delivered with more good events than events, never again: it is rejected, so it is missing. */
public final class LostSlot implements Story {

    /** The indicator that misses a slot. */
    public static final String INDICATOR = "customs-gateway-availability";

    /** The slot that is lost. */
    public static Span slot(History history) {
        List<Span> weeks = history.weeks();
        return Span.of(weeks.get(weeks.size() / 2).from().plus(Duration.ofHours(9)), Duration.ofMinutes(5));
    }

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("customs-gateway") && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        plot.add(new Gap(INDICATOR, Tools.CLOUDWATCH, slot(history)));
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(new ComplianceTruth(world)
                .row(
                        "customs-one-slot-lost",
                        "customslink-uc",
                        world.history().storyMonth(),
                        "One five-minute slot was rejected for good > total: coverage is one slot short of complete."));
    }
}
