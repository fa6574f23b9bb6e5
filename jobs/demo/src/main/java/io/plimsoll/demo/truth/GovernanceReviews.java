package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Who looked at which agreement when. Freight has legal, risk and business review every agreement each quarter; Parcel gets round to it
 * now and then; Group IT mostly.
 */
public final class GovernanceReviews {

    /** What must have happened in a quarter for an agreement to be reviewed. */
    public static final List<String> KINDS = List.of("legal_review", "risk_review", "business_review");

    private static final Map<String, Double> HELD = Map.of("freight", 1.0, "parcel", 0.3);
    private static final double USUALLY_HELD = 0.8;

    private final World world;

    /** Reviews in {@code world}. */
    public GovernanceReviews(World world) {
        this.world = world;
    }

    /** A review of one of {@link #KINDS}, on a day of the past. */
    public record Review(String kind, LocalDate day) {}

    /** The reviews of an agreement. */
    public List<Review> of(Agreement agreement) {
        Noise own = world.noise().stream("governance|" + agreement.name());
        double held =
                HELD.getOrDefault(world.company().service(agreement.service()).businessUnit(), USUALLY_HELD);
        List<Review> reviews = new ArrayList<>();
        for (int i = 0; i < KINDS.size(); i++) {
            if (own.uniform(2L * i) < held) {
                reviews.add(new Review(KINDS.get(i), dayAt(own.uniform(2L * i + 1))));
            }
        }
        return reviews;
    }

    /** A day of the quarter in which the past ends, as far as it is told. */
    public LocalDate dayAt(double share) {
        History history = world.history();
        LocalDate quarter = history.quarter();
        LocalDate first = quarter.isBefore(history.firstDay()) ? history.firstDay() : quarter;
        return first.plusDays((long) (ChronoUnit.DAYS.between(first, history.asOf()) * share));
    }
}
