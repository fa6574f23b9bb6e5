package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.signal.World;
import java.time.YearMonth;

/** Rows of {@code gold.breach_attribution} that must be found. */
public final class AttributionTruth {

    private final World world;

    /** Truths about {@code world}. */
    public AttributionTruth(World world) {
        this.world = world;
    }

    /** That one party answers for all that was bad of the first promise of {@code agreement}, and broke it. */
    public Truth onlyParty(
            String id, String agreement, String partyKind, String party, YearMonth month, String sentence) {
        Agreement bound = new ComplianceTruth(world).binding(agreement, month);
        Promise promise = bound.promises().get(0);
        Objective objective = world.company().objective(promise.slo());
        Outcome outcome = new Ledger(world).outcome(bound, promise, month.atDay(1));
        return new Truth(
                id,
                "gold.breach_attribution",
                Ordered.map("agreement_id", agreement)
                        .and("objective_id", objective.id(objective.goals().get(0)))
                        .and("period_start", month.atDay(1).toString())
                        .and("party_kind", partyKind)
                        .and("party_id", party)
                        .build(),
                Ordered.map("bad", outcome.total().subtract(outcome.good()))
                        .and("share_ratio", 1)
                        .and("is_decisive", true)
                        .build(),
                sentence);
    }

    /** How many parties of a kind broke a promise in {@code month}, over all agreements. */
    public Truth decisive(String id, String partyKind, YearMonth month, int parties, String sentence) {
        return new Truth(
                id,
                "gold.breach_attribution",
                Ordered.map("period_start", month.atDay(1).toString())
                        .and("party_kind", partyKind)
                        .and("is_decisive", true)
                        .build(),
                Ordered.map("rows", parties).build(),
                sentence);
    }
}
