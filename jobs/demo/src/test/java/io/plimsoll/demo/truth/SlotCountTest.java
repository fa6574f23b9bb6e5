package io.plimsoll.demo.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.company.Agreement;
import io.plimsoll.demo.company.Agreement.MissingData;
import io.plimsoll.demo.company.Agreement.Promise;
import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Environment;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Load;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Monitor;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Objective.Method;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.History;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import io.plimsoll.demo.signal.Fault;
import io.plimsoll.demo.signal.Gap;
import io.plimsoll.demo.signal.Plot;
import io.plimsoll.demo.signal.Quiet;
import io.plimsoll.demo.signal.World;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One service promised for one day, ten checks every five minutes, slices of 15 minutes that are good from 90 %. */
class SlotCountTest {

    private static final LocalDate DAY = LocalDate.of(2026, 1, 5);
    private static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    private final Plot plot = new Plot();

    @Test
    void occurrencesAddUpEvents() {
        plot.add(new Fault("i", minutes(0, 5), 0.3));
        Outcome outcome = outcome(Method.OCCURRENCES, MissingData.IGNORE);
        assertThat(outcome.good()).isEqualByComparingTo("2877");
        assertThat(outcome.total()).isEqualByComparingTo("2880");
    }

    @Test
    void aSliceExactlyAtItsTargetIsGood() {
        plot.add(new Fault("i", minutes(0, 5), 0.3));
        assertThat(outcome(Method.TIMESLICES, MissingData.IGNORE).good()).isEqualByComparingTo("96");
    }

    @Test
    void aSliceBelowItsTargetIsBad() {
        plot.add(new Fault("i", minutes(0, 5), 0.4));
        assertThat(outcome(Method.TIMESLICES, MissingData.IGNORE).good()).isEqualByComparingTo("95");
    }

    @Test
    void ratioSlicesAddUpTheirOwnRatios() {
        plot.add(new Fault("i", minutes(0, 15), 0.5));
        assertThat(outcome(Method.RATIO_TIMESLICES, MissingData.IGNORE).good()).isEqualByComparingTo("95.5");
    }

    @Test
    void aSliceWithoutTrafficLeavesBothSums() {
        plot.add(new Quiet("i", minutes(0, 15)));
        assertThat(outcome(Method.TIMESLICES, MissingData.BAD).total()).isEqualByComparingTo("95");
    }

    @Test
    void aMissingSliceIsIgnoredBadOrGoodAsAgreed() {
        plot.add(new Gap("i", "t", minutes(0, 15)));
        assertThat(outcome(Method.TIMESLICES, MissingData.IGNORE).total()).isEqualByComparingTo("95");
        assertThat(outcome(Method.TIMESLICES, MissingData.BAD).good()).isEqualByComparingTo("95");
        assertThat(outcome(Method.TIMESLICES, MissingData.GOOD).good()).isEqualByComparingTo("96");
    }

    @Test
    void aSliceIsMissingOnlyWhenAllItsSlotsAre() {
        plot.add(new Gap("i", "t", minutes(0, 10)));
        assertThat(outcome(Method.TIMESLICES, MissingData.BAD).good()).isEqualByComparingTo("96");
    }

    private static Span minutes(int from, int to) {
        return new Span(START.plusSeconds(60L * from), START.plusSeconds(60L * to));
    }

    private Outcome outcome(Method method, MissingData missingData) {
        Agreement agreement = new Agreement(
                "a",
                Agreement.Type.OLA,
                "s",
                "team",
                null,
                List.of(new Promise("o", null)),
                1,
                Zones.LONDON,
                null,
                List.of(),
                missingData,
                new BigDecimal("0.9"),
                null,
                List.of(),
                null,
                DAY,
                DAY.plusDays(1),
                "internal");
        History history = new History(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31), Zones.LONDON);
        World world = new World(history, company(agreement, method), plot.events(), new Noise(1));
        return new Ledger(world).outcome(agreement, agreement.promises().get(0), LocalDate.of(2026, 1, 1));
    }

    private static Company company(Agreement agreement, Method method) {
        Service service = new Service(
                "s",
                "S",
                "high",
                1,
                "team",
                "unit",
                Environment.CLOUD,
                "stage",
                Zones.LONDON,
                null,
                List.of(),
                LocalDate.EPOCH,
                1);
        Indicator indicator = new Indicator(
                "i", "s", Measure.COUNTS, false, false, "checks", List.of(new Monitor("t", 300, Load.checks(10))));
        Objective objective = new Objective(
                "o",
                "s",
                "i",
                method,
                new Objective.Window("28d", null),
                List.of(new Objective.Goal("up", new BigDecimal("0.9"), 15, new BigDecimal("0.9"), null)),
                List.of(),
                false);
        return new Company(
                List.of(service),
                List.of(indicator),
                List.of(objective),
                List.of(agreement),
                List.of(),
                List.of(),
                List.of());
    }
}
