package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.Truth;
import java.util.List;

/** Booking's availability looks back 30 days where the enterprise looks back 28; tracking's is as the standard asks. */
public final class DeviatingDefinition implements Story {

    @Override
    public boolean fits(Company company, History history) {
        return company.runs("booking-api")
                && company.runs("tracking-portal")
                && !history.fullMonths().isEmpty();
    }

    @Override
    public void plant(Company company, History history, Plot plot) {
        // It stands in the catalogue.
    }

    @Override
    public List<Truth> truths(World world) {
        return List.of(
                truth(
                        "booking-deviates",
                        "booking-api-availability-slo",
                        "DEVIATES",
                        "Booking's availability has a window of 30 days, not of 28."),
                truth(
                        "tracking-conforms",
                        "tracking-portal-availability-slo",
                        "CONFORMS",
                        "Tracking's availability is defined as the enterprise defines it."));
    }

    private static Truth truth(String id, String objective, String status, String sentence) {
        return new Truth(
                id,
                "gold.definition_conformance",
                Ordered.map("objective_id", objective)
                        .and("standard_id", "cloud-availability")
                        .build(),
                Ordered.map("status", status).and("fields_asked", 5).build(),
                sentence);
    }
}
