package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.GovernanceReviews;
import io.plimsoll.demo.truth.GovernanceReviews.Review;
import java.time.LocalDate;
import java.util.List;

/** Reviews of agreements from the governance office's register, as CSV in the feed's own columns. */
final class GovernanceExport implements Export {

    @Override
    public List<Source> sources(World world) {
        return List.of(Source.of("governance-register", "governance_event", "csv", "landing/governance-register/*.csv")
                .option("header", true));
    }

    @Override
    public void write(World world, Landing landing) {
        try (LandingFile file = landing.create("landing/governance-register/events.csv")) {
            file.line("event_id,agreement_id,at,kind,decision,party");
            world.company().agreements().stream()
                    .filter(agreement -> agreement.effectiveTo() == null)
                    .forEach(agreement -> reviews(world, agreement, file));
            world.company().agreements().stream()
                    .filter(agreement -> agreement.type() == Agreement.Type.SLA)
                    .forEach(agreement -> clientReview(world, agreement, file));
        }
    }

    private static void reviews(World world, Agreement agreement, LandingFile file) {
        for (Review review : new GovernanceReviews(world).of(agreement)) {
            file.line(Csv.row(
                    agreement.name() + "-" + review.kind() + "-" + review.day(),
                    agreement.name(),
                    world.history().at(review.day(), "10:00"),
                    review.kind(),
                    null,
                    review.kind().substring(0, review.kind().indexOf('_'))));
        }
    }

    private static void clientReview(World world, Agreement agreement, LandingFile file) {
        Noise own = world.noise().stream("client-review|" + agreement.name());
        if (own.uniform(0) < 0.7) {
            LocalDate day = new GovernanceReviews(world).dayAt(own.uniform(1));
            file.line(Csv.row(
                    agreement.name() + "-client_review-" + day,
                    agreement.name(),
                    world.history().at(day, "15:00"),
                    "client_review",
                    null,
                    agreement.customer()));
        }
    }
}
