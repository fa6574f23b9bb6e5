package io.plimsoll.demo.truth;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.signal.World;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of {@code gold.sla_compliance} that must be found. */
public final class ComplianceTruth {

    private final World world;

    /** Truths about {@code world}. */
    public ComplianceTruth(World world) {
        this.world = world;
    }

    /** The version of the agreement that binds on the first day of {@code month}. */
    public Agreement binding(String agreement, YearMonth month) {
        return world.company().agreements().stream()
                .filter(a -> a.name().equals(agreement) && a.bindsIn(month))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No agreement " + agreement + " binds in " + month));
    }

    /** The row of the first promise of {@code agreement} in the period that begins with {@code month}. */
    public Truth row(String id, String agreement, YearMonth month, String sentence) {
        return row(id, agreement, 0, month, sentence);
    }

    /** The row of promise number {@code index} (from 0) of {@code agreement} in the period that begins with {@code month}. */
    public Truth row(String id, String agreement, int index, YearMonth month, String sentence) {
        Agreement bound = binding(agreement, month);
        Promise promise = bound.promises().get(index);
        LocalDate first = month.atDay(1);
        Outcome outcome = new Ledger(world).outcome(bound, promise, first);
        return new Truth(id, "gold.sla_compliance", key(bound, promise, first), expect(outcome), sentence);
    }

    private Map<String, Object> key(Agreement agreement, Promise promise, LocalDate first) {
        Objective objective = world.company().objective(promise.slo());
        return Ordered.map("agreement_id", agreement.name())
                .and("objective_id", objective.id(objective.goals().get(0)))
                .and("period_start", first.toString())
                .build();
    }

    /** A period without a verdict promises no figure: only why there is none. */
    private static Map<String, Object> expect(Outcome outcome) {
        Ordered expect = Ordered.map("status", outcome.status()).and("target", outcome.target());
        if (!outcome.status().equals("NO_DATA")) {
            expect.and("good", outcome.good())
                    .and("total", outcome.total())
                    .and("attained_net", finite(outcome.attainedNet()))
                    .and("attained_gross", finite(outcome.attainedGross()));
        }
        return expect.and("excluded_seconds", outcome.excludedSeconds())
                .and("unknown_seconds", outcome.unknownSeconds())
                .and("coverage_ratio", outcome.coverage())
                .build();
    }

    private static @Nullable Double finite(double ratio) {
        return Double.isNaN(ratio) ? null : ratio;
    }
}
