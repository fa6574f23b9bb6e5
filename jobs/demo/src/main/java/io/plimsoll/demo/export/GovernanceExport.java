package io.plimsoll.demo.export;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.signal.World;
import java.time.LocalDate;
import java.util.List;

/** Reviews of agreements from the governance office's register, as CSV in the feed's own columns. */
final class GovernanceExport implements Export {

    private static final List<String> REVIEWS = List.of("legal_review", "risk_review", "business_review");

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
                    .map(Agreement::name)
                    .distinct()
                    .forEach(name -> reviews(world, name, file));
            world.company().agreements().stream()
                    .filter(agreement -> agreement.type() == Agreement.Type.SLA)
                    .forEach(agreement -> clientReview(world, agreement, file));
        }
    }

    private static void reviews(World world, String agreement, LandingFile file) {
        Noise own = world.noise().stream("governance|" + agreement);
        for (int i = 0; i < REVIEWS.size(); i++) {
            if (own.uniform(2L * i) < 0.8) {
                LocalDate day = dayAt(world.history(), own.uniform(2L * i + 1));
                String kind = REVIEWS.get(i);
                file.line(Csv.row(
                        agreement + "-" + kind + "-" + day,
                        agreement,
                        world.history().at(day, "10:00"),
                        kind,
                        null,
                        kind.substring(0, kind.indexOf('_'))));
            }
        }
    }

    private static void clientReview(World world, Agreement agreement, LandingFile file) {
        Noise own = world.noise().stream("client-review|" + agreement.name());
        if (own.uniform(0) < 0.7) {
            LocalDate day = dayAt(world.history(), own.uniform(1));
            file.line(Csv.row(
                    agreement.name() + "-client_review-" + day,
                    agreement.name(),
                    world.history().at(day, "15:00"),
                    "client_review",
                    null,
                    agreement.customer()));
        }
    }

    private static LocalDate dayAt(History history, double share) {
        long days = history.days().count();
        return history.firstDay().plusDays((long) (days * share));
    }
}
