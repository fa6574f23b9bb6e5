package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.signal.Maintenance;
import io.plimsoll.demo.signal.World;
import java.time.YearMonth;

/** Rows of {@code gold.sla_exception} that must be found. */
public final class ExceptionTruth {

    private final World world;

    /** Truths about {@code world}. */
    public ExceptionTruth(World world) {
        this.world = world;
    }

    /** A window of which nothing is excluded for the first promise of {@code agreement}. */
    public Truth refused(String id, String agreement, String window, YearMonth month, String sentence) {
        Agreement bound = new ComplianceTruth(world).binding(agreement, month);
        Objective objective = world.company().objective(bound.promises().get(0).slo());
        Maintenance work = world.events().allMaintenance().stream()
                .filter(maintenance -> maintenance.id().equals(window))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No window " + window));
        return new Truth(
                id,
                "gold.sla_exception",
                Ordered.map("agreement_id", agreement)
                        .and("objective_id", objective.id(objective.goals().get(0)))
                        .and("period_start", month.atDay(1).toString())
                        .and("window_id", window)
                        .build(),
                Ordered.map("kind", work.kind())
                        .and("requested_seconds", work.span().seconds())
                        .and("excluded_seconds", 0)
                        .and("approved_in_advance", isApprovedInAdvance(work))
                        .build(),
                sentence);
    }

    /** How many windows the promises of {@code month} met that nobody had approved when they began. */
    public Truth unapproved(String id, YearMonth month, int windows, String sentence) {
        return new Truth(
                id,
                "gold.sla_exception",
                Ordered.map("period_start", month.atDay(1).toString())
                        .and("approved_in_advance", false)
                        .build(),
                Ordered.map("rows", windows).build(),
                sentence);
    }

    private static boolean isApprovedInAdvance(Maintenance work) {
        return work.approvedAt() != null
                && !work.approvedAt().isAfter(work.span().from());
    }
}
