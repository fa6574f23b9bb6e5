package io.plimsoll.statistics.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.interval.Proportion;
import io.plimsoll.statistics.rate.EventRate;
import io.plimsoll.statistics.scorecard.VendorRecord.UnitCost;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class ScoringTest {

    private static final double HOUR = 3_600;
    private static final Proportion NONE = new Proportion(0, 0);
    private static final VendorRecord NOTHING =
            new VendorRecord(NONE, NONE, List.of(), new EventRate(0, 1), NONE, NONE, NONE, NONE, Optional.empty());
    /** The weights that are delivered. */
    static final Scoring DELIVERED = new Scoring(
            Map.of(
                    Dimension.ATTAINMENT, 30.0,
                    Dimension.RESTORATION, 15.0,
                    Dimension.RECURRENCE, 10.0,
                    Dimension.PUNCTUALITY, 5.0,
                    Dimension.ACCURACY, 10.0,
                    Dimension.DISCLOSURE, 10.0,
                    Dimension.CREDITS, 5.0,
                    Dimension.COST, 10.0,
                    Dimension.TREND, 5.0),
            8 * HOUR);

    private static final VendorRecord LARGE_AND_GOOD = vendor(23, 24, hours(1, 2, 2, 3, 4, 5), 0, 6, 24, 24, 100);
    private static final VendorRecord SMALL_AND_GOOD = vendor(2, 2, hours(2), 0, 1, 2, 2, 100);
    private static final VendorRecord CHEAP_AND_BAD = vendor(10, 24, hours(9, 12, 20, 26, 30, 48), 5, 6, 24, 24, 40);
    private static final VendorRecord HIDING = vendor(22, 24, hours(1, 2, 3, 3, 4, 5), 0, 6, 4, 24, 100);

    private static VendorRecord vendor(
            int met,
            int verdicts,
            List<Double> restorations,
            int repeats,
            double serviceQuarters,
            int honest,
            int reports,
            double cost) {
        Proportion share = new Proportion(honest, reports);
        return new VendorRecord(
                new Proportion(met, verdicts),
                new Proportion(met, verdicts),
                restorations,
                new EventRate(repeats, serviceQuarters),
                new Proportion(reports, reports),
                share,
                share,
                NONE,
                Optional.of(new UnitCost(cost, "EUR per good hour")));
    }

    private static List<Double> hours(double... hours) {
        return DoubleStream.of(hours).map(hour -> hour * HOUR).boxed().toList();
    }

    private static VendorRecord met(int met, int verdicts) {
        return new VendorRecord(
                new Proportion(met, verdicts),
                NONE,
                List.of(),
                new EventRate(0, 1),
                NONE,
                NONE,
                NONE,
                NONE,
                Optional.empty());
    }

    private static VendorRecord costing(double cost, String kind) {
        return new VendorRecord(
                NONE,
                NONE,
                List.of(),
                new EventRate(0, 1),
                NONE,
                NONE,
                NONE,
                NONE,
                Optional.of(new UnitCost(cost, kind)));
    }

    private static double width(Scorecard card) {
        return card.interval().width();
    }

    /** By hand: class mean (18 + ½)/21, as strong as its 21 trials for the two do not differ; (18½ + 9)/(21 + 10) = 0.887097. */
    @Test
    void aShareIsShrunkenTowardsItsClass() {
        Scorecard card = DELIVERED.of(List.of(met(9, 10), met(9, 10))).get(0);

        assertThat(card.of(Dimension.ATTAINMENT).score()).isCloseTo(27.5 / 31, within(1e-12));
        assertThat(card.of(Dimension.ATTAINMENT).ownWeight()).isCloseTo(10.0 / 31, within(1e-12));
    }

    /** By hand: the median of 1, 2 and 4 is 2, so 2/3, 2/4 and 2/6; a vendor paid in dollars has no peer but itself. */
    @Test
    void costIsScoredBesideTheMedianOfItsKind() {
        List<Scorecard> cards =
                DELIVERED.of(List.of(costing(1, "EUR"), costing(2, "EUR"), costing(4, "EUR"), costing(9, "USD")));

        assertThat(cards.stream().map(card -> card.of(Dimension.COST).score()))
                .containsExactly(2.0 / 3, 0.5, 1.0 / 3, 0.5);
    }

    /** By hand: ln of 1 h, 4 h and of 2 h, 2 h have one mean, ln 2 h; with the limit at 2 h one restoration of two is in time. */
    @Test
    void restorationIsTheProbabilityToBeInTime() {
        VendorRecord uneven = vendor(1, 1, hours(1, 4), 0, 1, 1, 1, 1);
        VendorRecord even = vendor(1, 1, hours(2, 2), 0, 1, 1, 1, 1);

        List<Scorecard> cards = new Scoring(Map.of(Dimension.RESTORATION, 1.0), 2 * HOUR).of(List.of(uneven, even));

        assertThat(cards.stream().map(Scorecard::score))
                .allSatisfy(score -> assertThat(score).isCloseTo(0.5, within(1e-9)));
    }

    @Test
    void aVendorWithLittleDataIsWideAndNotBad() {
        List<Scorecard> cards = DELIVERED.of(List.of(LARGE_AND_GOOD, SMALL_AND_GOOD, CHEAP_AND_BAD, HIDING));
        Scorecard small = cards.get(1);

        assertThat(width(small)).isGreaterThan(1.5 * width(cards.get(0)));
        assertThat(small.rank()).isLessThan(cards.get(2).rank());
        assertThat(small.tiedWith()).contains(0);
    }

    @Test
    void aLowPriceDoesNotMakeABadVendorGood() {
        List<Scorecard> cards = DELIVERED.of(List.of(LARGE_AND_GOOD, SMALL_AND_GOOD, CHEAP_AND_BAD, HIDING));
        Scorecard cheap = cards.get(2);

        assertThat(cheap.of(Dimension.COST).score()).isCloseTo(100.0 / 140, within(1e-12));
        assertThat(cheap.rank()).isEqualTo(4);
        assertThat(cheap.tiedWith()).isEmpty();
    }

    @Test
    void whoHidesIncidentsIsBehindWhoDoesNot() {
        List<Scorecard> cards = DELIVERED.of(List.of(LARGE_AND_GOOD, SMALL_AND_GOOD, CHEAP_AND_BAD, HIDING));

        assertThat(cards.get(3).rank()).isGreaterThan(cards.get(0).rank());
        assertThat(cards.get(3).of(Dimension.DISCLOSURE).score()).isLessThan(0.3);
    }

    @Test
    void theOrderOfTheVendorsChangesNothing() {
        List<VendorRecord> vendors = List.of(LARGE_AND_GOOD, SMALL_AND_GOOD, CHEAP_AND_BAD, HIDING, SMALL_AND_GOOD);
        List<VendorRecord> reversed = new ArrayList<>(vendors);
        Collections.reverse(reversed);

        List<Scorecard> cards = DELIVERED.of(vendors);
        List<Scorecard> mirrored = DELIVERED.of(reversed);

        for (int i = 0; i < vendors.size(); i++) {
            Scorecard mirror = mirrored.get(vendors.size() - 1 - i);
            assertThat(mirror.score()).isEqualTo(cards.get(i).score());
            assertThat(mirror.interval()).isEqualTo(cards.get(i).interval());
            assertThat(mirror.ranks()).isEqualTo(cards.get(i).ranks());
            assertThat(mirror.tiedWith().stream().map(j -> vendors.size() - 1 - j))
                    .containsExactlyInAnyOrderElementsOf(cards.get(i).tiedWith());
        }
    }

    @Test
    void halfTheDataWidensTheIntervalAndRaisesNoRank() {
        VendorRecord half = vendor(5, 12, hours(9, 20, 30), 3, 3, 12, 12, 40);

        Scorecard whole = DELIVERED
                .of(List.of(LARGE_AND_GOOD, SMALL_AND_GOOD, CHEAP_AND_BAD, HIDING))
                .get(2);
        Scorecard halved = DELIVERED
                .of(List.of(LARGE_AND_GOOD, SMALL_AND_GOOD, half, HIDING))
                .get(2);

        assertThat(width(halved)).isGreaterThan(width(whole));
        assertThat(halved.rank()).isGreaterThanOrEqualTo(whole.rank());
    }

    /** By hand: only cost is weighed, and it is known: 2/3 of the score, with no more width than a step of the sum. */
    @Test
    void aKnownScoreHasNoWidth() {
        Scoring costAlone = new Scoring(Map.of(Dimension.COST, 1.0), HOUR);

        Scorecard cheaper = costAlone
                .of(List.of(costing(1, "EUR"), costing(2, "EUR"), costing(4, "EUR")))
                .get(0);

        assertThat(cheaper.interval().low()).isCloseTo(2.0 / 3, within(1e-3));
        assertThat(cheaper.interval().high()).isCloseTo(2.0 / 3, within(1e-3));
    }

    /** By hand: half a uniform dimension and half another: a triangle on [0, 1], whose 2.5 % quantile is √(0.025/2). */
    @Test
    void theIntervalIsThatOfTheWeightedSum() {
        Scoring two = new Scoring(Map.of(Dimension.RESTORATION, 1.0, Dimension.COST, 1.0), HOUR);

        Scorecard unknown = two.of(List.of(NOTHING)).get(0);

        assertThat(unknown.interval().low()).isCloseTo(Math.sqrt(0.0125), within(1e-3));
        assertThat(unknown.interval().high()).isCloseTo(1 - Math.sqrt(0.0125), within(1e-3));
    }

    @Test
    void vendorsOfWhomNothingIsKnownAreTied() {
        List<Scorecard> cards = DELIVERED.of(List.of(NOTHING, NOTHING));

        assertThat(cards.get(0).tiedWith()).containsExactly(1);
        assertThat(cards.get(0).rank()).isEqualTo(1);
        assertThat(cards.get(0).of(Dimension.RESTORATION).ownWeight()).isZero();
        assertThat(width(cards.get(0))).isGreaterThan(0.4);
    }

    @Test
    void aDimensionWithoutWeightDecidesNothing() {
        Scoring costAlone = new Scoring(Map.of(Dimension.COST, 2.0), HOUR);

        assertThat(costAlone.of(List.of(LARGE_AND_GOOD, CHEAP_AND_BAD)).get(1).rank())
                .isEqualTo(1);
    }

    @Test
    void withoutWeightsThereIsNoScore() {
        assertThatThrownBy(() -> new Scoring(Map.of(), HOUR).of(List.of(NOTHING)))
                .hasMessage(
                        "weights [0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]: expected numbers that are not negative and not all 0");
    }
}
