package io.plimsoll.statistics.shrinkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.Proportion;
import io.plimsoll.statistics.rate.EventRate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShrinkageTest {
    private static final List<Proportion> VENDORS = List.of(
            new Proportion(980, 1_000), new Proportion(900, 1_000), new Proportion(990, 1_000), new Proportion(3, 3));

    @Test
    void aSmallPerfectRecordIsNotTheBest() {
        BetaBinomialClass vendors = BetaBinomialClass.of(VENDORS);
        Posterior small = vendors.of(VENDORS.get(3));
        Posterior large = vendors.of(VENDORS.get(2));

        assertThat(small.mean()).isBetween(vendors.mean(), 0.99);
        assertThat(large.mean()).isCloseTo(0.99, within(0.002));
        assertThat(small.ownWeight()).isLessThan(large.ownWeight());
        assertThat(small.interval(Confidence.DEFAULT).width())
                .isGreaterThan(large.interval(Confidence.DEFAULT).width());
    }

    @Test
    void membersThatDifferByChanceArePooled() {
        BetaBinomialClass alike = BetaBinomialClass.of(
                List.of(new Proportion(50, 100), new Proportion(51, 100), new Proportion(49, 100)));

        assertThat(alike.strength()).isEqualTo(301);
        assertThat(alike.of(new Proportion(0, 0)).mean()).isCloseTo(0.5, within(1e-12));
    }

    /**
     * Eighteen batters' first 45 at-bats of 1970 and what they hit in the rest of the season (Efron and Morris 1975, table 1; they give 0.077 for the squared error of the averages themselves
     * and 0.022 for James and Stein's estimate, which takes the part of chance out of the spread). The averages' variance is 0.0048495, so the class is 39.234 at-bats strong (numpy: p.var(ddof=1)).
     */
    @Test
    void battersAreForetoldBetterBesideTheirClass() {
        int[] hits = {18, 17, 16, 15, 14, 14, 13, 12, 11, 11, 10, 10, 10, 10, 10, 9, 8, 7};
        double[] rest = {
            .346, .298, .276, .222, .273, .270, .263, .210, .269, .230, .264, .256, .303, .264, .226, .285, .316, .200
        };
        BetaBinomialClass batters = BetaBinomialClass.of(
                Arrays.stream(hits).mapToObj(hit -> new Proportion(hit, 45)).toList());

        double raw = 0;
        double shrunken = 0;
        for (int i = 0; i < hits.length; i++) {
            raw += Math.pow(hits[i] / 45.0 - rest[i], 2);
            shrunken += Math.pow(batters.of(new Proportion(hits[i], 45)).mean() - rest[i], 2);
        }

        assertThat(raw).isCloseTo(0.077, within(0.002));
        assertThat(batters.strength()).isCloseTo(39.234, within(1e-3));
        assertThat(shrunken).isBetween(0.022, raw / 2);
    }

    /** What is seen of four members does not depend on how much of it there is; nor does how close the class holds them. */
    @Test
    void moreOfTheSameMakesNoClassStronger() {
        List<Proportion> longer = VENDORS.stream()
                .map(vendor -> new Proportion(1_000 * vendor.hits(), 1_000 * vendor.trials()))
                .toList();

        assertThat(BetaBinomialClass.of(longer).strength())
                .isCloseTo(BetaBinomialClass.of(VENDORS).strength(), within(0.1));
    }

    @Test
    void aClassWithoutTrialsKnowsNothing() {
        assertThat(BetaBinomialClass.of(List.of(new Proportion(0, 0)))).isEqualTo(new BetaBinomialClass(0.5, 1));
        assertThat(BetaBinomialClass.of(List.of())).isEqualTo(new BetaBinomialClass(0.5, 1));
    }

    @Test
    void aMonthWithoutIncidentsIsNotARateOfZero() {
        List<EventRate> services = List.of(new EventRate(24, 12), new EventRate(3, 12), new EventRate(0, 1));
        GammaPoissonClass rates = GammaPoissonClass.of(services);
        Posterior quiet = rates.of(services.get(2));

        assertThat(rates.mean()).isCloseTo(27.5 / 25, within(1e-12));
        assertThat(quiet.mean()).isBetween(0.3, rates.mean());
        assertThat(rates.of(services.get(0)).mean()).isBetween(1.8, 2.0);
        assertThatThrownBy(() -> GammaPoissonClass.of(List.of()))
                .hasMessage("a class of rates without members has no rate");
    }

    @Test
    void durationsShrinkOnTheirLogarithm() {
        List<double[]> teams = List.of(new double[] {10, 20, 40}, new double[] {100, 200, 400}, new double[] {1_000});
        LogDurationClass durations = LogDurationClass.of(teams).orElseThrow();

        // Variance of ln 10, ln 20, ln 40: (ln 2)².
        assertThat(durations.withinVariance()).isCloseTo(Math.pow(Math.log(2), 2), within(1e-12));
        assertThat(durations.of(teams.get(2)).mean()).isBetween(300.0, 1_000.0);
        assertThat(durations.of(new double[0]).mean()).isCloseTo(Math.exp(durations.meanLog()), within(1e-9));
        assertThat(LogDurationClass.of(List.of(new double[] {5}, new double[] {7})))
                .isEmpty();
        assertThatThrownBy(() -> durations.of(new double[] {0}))
                .hasMessage("duration 0.0 has no logarithm: expected a positive number");
    }

    @Test
    void probabilityOfOneAboveAnother() {
        BetaBinomialClass flat = new BetaBinomialClass(0.5, 2);
        Posterior one = flat.of(new Proportion(1, 1));
        Posterior other = flat.of(new Proportion(0, 1));

        // Beta(2, 1) above Beta(1, 2): 5/6.
        assertThat(one.probabilityAbove(other)).isCloseTo(5 / 6.0, within(1e-4));
        assertThat(one.probabilityAbove(one)).isCloseTo(0.5, within(1e-4));
    }
}
