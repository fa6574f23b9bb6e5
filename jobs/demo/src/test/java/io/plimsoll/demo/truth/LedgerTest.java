package io.plimsoll.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.Exclusion;
import io.plimsoll.demo.company.Agreement.MissingData;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Agreement.Treatment;
import io.plimsoll.demo.company.BusinessHours;
import io.plimsoll.demo.company.BusinessHours.Opening;
import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Environment;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Load;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Gap;
import io.plimsoll.demo.signal.Maintenance;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** One service, promised for 1,000 minutes of one Monday. */
class LedgerTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");
    private static final Instant LONG_BEFORE = Instant.parse("2025-12-01T00:00:00Z");

    // The classic case: 400 of 1,000 minutes of maintenance, 300 of outage, 200 of them in the maintenance, gives
    // 83.333 % when the
    // maintenance is removed, 90 % when it counts as good and 70 % when it is measured.
    @Test
    void removedMaintenanceLeavesTheSum() {
        assertThat(outcome(classic(LONG_BEFORE), Treatment.REMOVE, null).attainedNet())
                .isCloseTo(500 / 600.0, within(1e-12));
    }

    @Test
    void forgivenMaintenanceCountsAsGood() {
        assertThat(outcome(classic(LONG_BEFORE), Treatment.COUNT_GOOD, null).attainedNet())
                .isCloseTo(0.9, within(1e-12));
    }

    @Test
    void measuredMaintenanceChangesNothing() {
        Outcome outcome = outcome(classic(LONG_BEFORE), Treatment.MEASURED, null);
        assertThat(outcome.attainedNet()).isCloseTo(0.7, within(1e-12));
        assertThat(outcome.excludedSeconds()).isZero();
    }

    @Test
    void grossKnowsNoMaintenance() {
        assertThat(outcome(classic(LONG_BEFORE), Treatment.REMOVE, null).attainedGross())
                .isCloseTo(0.7, within(1e-12));
    }

    @Test
    void anApprovalThatComesTooLateExcludesNothing() {
        assertThat(outcome(classic(START.minusSeconds(47 * 3_600)), Treatment.REMOVE, null)
                        .excludedSeconds())
                .isZero();
    }

    @Test
    void anApprovalExactlyInTimeExcludes() {
        assertThat(outcome(classic(START.minusSeconds(48 * 3_600)), Treatment.REMOVE, null)
                        .excludedSeconds())
                .isEqualTo(400 * 60);
    }

    @Test
    void aCapIsUsedUpInTheOrderOfTime() {
        Outcome outcome = outcome(classic(LONG_BEFORE), Treatment.REMOVE, 100);
        assertThat(outcome.excludedSeconds()).isEqualTo(100 * 60);
        assertThat(outcome.attainedNet()).isCloseTo(600 / 900.0, within(1e-12));
    }

    @Test
    void overlappingWindowsSubtractOnce() {
        Plot plot = classic(LONG_BEFORE);
        plot.add(new Maintenance("second", "s", minutes(200, 400), LONG_BEFORE, "board", "planned"));
        assertThat(outcome(plot, Treatment.REMOVE, null).excludedSeconds()).isEqualTo(400 * 60);
    }

    @Test
    void unwatchedTimeLeavesTheSumAndLowersCoverage() {
        Plot plot = new Plot();
        plot.add(new Gap("i", "t", minutes(0, 20)));
        Outcome outcome = outcome(plot, Treatment.REMOVE, null);
        assertThat(outcome.total()).isEqualByComparingTo("58800");
        assertThat(outcome.coverage()).isCloseTo(0.98, within(1e-12));
        assertThat(outcome.unknownSeconds()).isEqualTo(1_200);
    }

    @Test
    void tooLittleCoverageHasNoVerdict() {
        Plot plot = new Plot();
        plot.add(new Gap("i", "t", minutes(0, 51)));
        assertThat(outcome(plot, Treatment.REMOVE, null).status()).isEqualTo("NO_DATA");
    }

    @Test
    void exactlyAtTheTargetIsMet() {
        Plot plot = new Plot();
        plot.add(new Fault("i", minutes(0, 100), 1));
        assertThat(outcome(plot, Treatment.REMOVE, null).status()).isEqualTo("MET");
    }

    @Test
    void aSecondBelowTheTargetIsBreached() {
        Plot plot = new Plot();
        plot.add(new Fault("i", Span.of(START, Duration.ofSeconds(6_001)), 1));
        assertThat(outcome(plot, Treatment.REMOVE, null).status()).isEqualTo("BREACHED");
    }

    /** Maintenance in minutes [0, 400), an outage in minutes [200, 500). */
    private static Plot classic(Instant approvedAt) {
        Plot plot = new Plot();
        plot.add(new Fault("i", minutes(200, 500), 1));
        plot.add(new Maintenance("first", "s", minutes(0, 400), approvedAt, "board", "planned"));
        return plot;
    }

    private static Span minutes(int from, int to) {
        return new Span(START.plusSeconds(60L * from), START.plusSeconds(60L * to));
    }

    private static Outcome outcome(Plot plot, Treatment treatment, @Nullable Integer capMinutes) {
        Agreement agreement = agreement(new Exclusion("planned", treatment, 48, capMinutes));
        History history = new History(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), Zones.LONDON);
        World world = new World(history, company(agreement), plot.events(), new Noise(1));
        return new Ledger(world).outcome(agreement, agreement.promises().get(0), LocalDate.of(2026, 1, 1));
    }

    private static Agreement agreement(Exclusion exclusion) {
        return new Agreement(
                "a",
                Agreement.Type.SLA,
                "s",
                "team",
                null,
                List.of(new Promise("o", null)),
                1,
                Zones.LONDON,
                "thousand-minutes",
                List.of(exclusion),
                MissingData.IGNORE,
                new BigDecimal("0.95"),
                null,
                List.of(),
                null,
                MONDAY,
                MONDAY.plusDays(1),
                "internal");
    }

    private static Company company(Agreement agreement) {
        Service service = new Service(
                "s",
                "S",
                "high",
                1,
                "team",
                "unit",
                Environment.ON_PREM,
                "stage",
                Zones.LONDON,
                null,
                List.of(),
                LocalDate.EPOCH,
                1);
        Indicator indicator = new Indicator(
                "i", "s", Measure.STATE, false, false, "state", List.of(new Monitor("t", 60, Load.checks(1))));
        Objective objective = new Objective(
                "o",
                "s",
                "i",
                Objective.Method.OCCURRENCES,
                new Objective.Window("28d", null),
                List.of(new Objective.Goal("up", new BigDecimal("0.9"), 0, null, null)),
                List.of(),
                false);
        BusinessHours hours = new BusinessHours(
                "thousand-minutes",
                Zones.LONDON,
                Map.of(DayOfWeek.MONDAY, List.of(new Opening(LocalTime.MIN, LocalTime.of(16, 40)))),
                Set.of());
        return new Company(
                List.of(service),
                List.of(indicator),
                List.of(objective),
                List.of(agreement),
                List.of(),
                List.of(hours),
                List.of());
    }
}
