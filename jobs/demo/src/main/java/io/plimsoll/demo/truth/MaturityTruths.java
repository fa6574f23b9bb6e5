package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.signal.World;
import java.time.temporal.IsoFields;
import java.util.List;

/** Business units that govern their agreements differently: one is far ahead of another, and both are rated so. */
public final class MaturityTruths {

    private static final String AHEAD = "freight";
    private static final String BEHIND = "parcel";

    private final World world;
    private final GovernanceReviews reviews;

    /** Truths about {@code world}. */
    public MaturityTruths(World world) {
        this.world = world;
        this.reviews = new GovernanceReviews(world);
    }

    /** None unless the past ends with a quarter that is told in full, and the services that both units need are there. */
    public List<Truth> all() {
        boolean isQuarter = world.history().asOf().get(IsoFields.DAY_OF_QUARTER) == 1
                && !world.history().quarter().isBefore(world.history().firstDay());
        if (!isQuarter || !world.company().runs("document-archive")) {
            return List.of();
        }
        return List.of(
                practice(AHEAD, "L", "Legal, risk and business reviewed every agreement of Freight's."),
                practice(BEHIND, "N", "Hardly an agreement of Parcel's was reviewed by all three."),
                level(AHEAD, "continuous_level > 3", "Freight governs its agreements well."),
                level(BEHIND, "continuous_level < 2", "Parcel hardly governs its agreements."));
    }

    private Truth practice(String unit, String rating, String sentence) {
        List<Agreement> agreements = world.company().agreements().stream()
                .filter(agreement -> world.company()
                        .service(agreement.service())
                        .businessUnit()
                        .equals(unit))
                .filter(agreement -> agreement.effectiveTo() == null)
                .toList();
        long reviewed = agreements.stream()
                .filter(agreement -> reviews.of(agreement).size() == GovernanceReviews.KINDS.size())
                .count();
        return new Truth(
                "reviews:" + unit,
                "gold.maturity_practice",
                Ordered.map("scope_kind", "business_unit")
                        .and("scope_id", unit)
                        .and("practice_id", "M4.3")
                        .build(),
                Ordered.map("rating", rating)
                        .and("numerator", reviewed)
                        .and("denominator", agreements.size())
                        .build(),
                sentence);
    }

    private static Truth level(String unit, String condition, String sentence) {
        return new Truth(
                "governance:" + unit,
                "gold.maturity_score",
                Ordered.map("scope_kind", "business_unit")
                        .and("scope_id", unit)
                        .and("area", "M4")
                        .build(),
                Ordered.map(condition, true).build(),
                sentence);
    }
}
