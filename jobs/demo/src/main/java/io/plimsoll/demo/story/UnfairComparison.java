package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/**
 * Labels lose more than the enterprise as a whole, and less than the two services that are like them: what looks bad is its work, not how
 * it is done (Simpson 1951). The outages of the other stories make it so.
 */
public final class UnfairComparison implements Story {

    /** More services would bring more peers. */
    @Override
    public boolean fits(Company company, History history) {
        return company.services().size() == Company.CAST && history.covers(history.storyMonth());
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        // The other stories' outages say it.
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                new Truth(
                        "labels-better-than-they-look",
                        "gold.service_benchmark",
                        Ordered.map("subject_kind", "service")
                                .and("subject_id", "label-printing")
                                .build(),
                        Ordered.map("observed_ratio > everyone_ratio", true)
                                .and("compared_ratio < expected_ratio", true)
                                .and("mix_effect > 0 AND rate_effect < 0", true)
                                .and("is_reversed", true)
                                .and("peers", 2)
                                .build(),
                        "Labels lose more than all others together and less than their two peers: their work is harder, not worse done."));
    }
}
