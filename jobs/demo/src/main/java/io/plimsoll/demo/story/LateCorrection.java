package io.plimsoll.demo.story;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.World;
import io.plimsoll.demo.truth.ComplianceTruth;
import io.plimsoll.demo.truth.Ledger;
import io.plimsoll.demo.truth.Outcome;
import io.plimsoll.demo.truth.Truth;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;

/**
 * After the newest month was sealed, the driver app's collector delivers five hours of it once more: three calls in five had
 * failed, and the first export had not seen it. The month that was met is breached. It is told after everything else, in a world
 * of its own, so that the sealed month and the restated one can both be checked.
 */
public final class LateCorrection {

    /** The indicator whose slots are delivered again. */
    public static final String INDICATOR = "driver-app-requests";

    private static final String AGREEMENT = "couriers-driver-app";
    private static final Duration LENGTH = Duration.ofHours(5);
    private static final double FAILED = 0.6;

    private LateCorrection() {}

    /** Whether the service runs and the month that the past ends in is told to its end. */
    public static boolean fits(Company company, History history) {
        return company.runs("driver-app") && history.covers(month(history));
    }

    /** The month that is sealed and restated. */
    public static YearMonth month(History history) {
        return YearMonth.from(history.endsOn());
    }

    /** What is delivered again. */
    public static Span span(History history) {
        return Span.of(history.at(day(history), "09:00"), LENGTH);
    }

    private static LocalDate day(History history) {
        return month(history).atDay(18);
    }

    /** The past as it is known after the correction. */
    public static World corrected(World world) {
        Fault fault = new Fault(INDICATOR, span(world.history()), FAILED);
        return new World(world.history(), world.company(), world.events().with(fault), world.noise());
    }

    /** What must be found once the correction was run and the month sealed again. */
    public static List<Truth> truths(World world) {
        YearMonth month = month(world.history());
        World corrected = corrected(world);
        ComplianceTruth compliance = new ComplianceTruth(corrected);
        return List.of(
                compliance.row(
                        "late:driver-app-restated",
                        AGREEMENT,
                        month,
                        "A late file shows five hours in which three calls in five failed: the couriers' month is breached."),
                restated(world, corrected, compliance.binding(AGREEMENT, month), month),
                new Truth(
                        "late:nothing-else-restated",
                        "gold.sla_statement",
                        Ordered.map("period_start", month.atDay(1).toString())
                                .and("revision", 2)
                                .build(),
                        Ordered.map("rows", 1).build(),
                        "No other statement of that month is restated."));
    }

    private static Truth restated(World world, World corrected, Agreement agreement, YearMonth month) {
        Agreement.Promise promise = agreement.promises().get(0);
        Objective objective = world.company().objective(promise.slo());
        Outcome before = new Ledger(world).outcome(agreement, promise, month.atDay(1));
        Outcome after = new Ledger(corrected).outcome(agreement, promise, month.atDay(1));
        LocalDate changed = span(world.history()).from().atZone(ZoneOffset.UTC).toLocalDate();
        return new Truth(
                "late:driver-app-statement",
                "gold.sla_statement",
                Ordered.map("agreement_id", AGREEMENT)
                        .and("objective_id", objective.id(objective.goals().get(0)))
                        .and("period_start", month.atDay(1).toString())
                        .and("revision", 2)
                        .build(),
                Ordered.map("reason", "silver.sli_sample changed on " + changed)
                        .and("old_status", before.status())
                        .and("status", after.status())
                        .and("old_attained_net", before.attainedNet())
                        .and("attained_net", after.attainedNet())
                        .and("attained_net_difference", after.attainedNet() - before.attainedNet())
                        .and("credit_difference = credit_due - old_credit_due AND credit_difference > 0", true)
                        .build(),
                "The sealed month keeps its first revision; the second names what changed, the old figure and what is owed more.");
    }
}
