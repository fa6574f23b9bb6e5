package io.plimsoll.statistics.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class DemandOutlookTest {
    private static final int FLAT_SERIES = 20;
    private static final UsableCapacity HUNDRED = new UsableCapacity(100, 1, 0, 0);

    @Test
    void aLineReachesTheCapacityWhereItDoesOnPaper() {
        // 40 at day 0 and 0.25 a day: 79.75 on day 159, 100 on day 240, 81 days after the last.
        DemandOutlook outlook = DemandOutlook.of(days(160, day -> 40 + 0.25 * day + noise(day, 0.2)), 100, 182);
        Exhaustion exhaustion = outlook.exhaustion(CapacityScenario.AS_IS, HUNDRED, 30);

        assertThat(exhaustion.status()).isEqualTo(ExhaustionStatus.WITHIN_HORIZON);
        assertThat(exhaustion.p50().orElseThrow()).isBetween(76, 86);
        assertThat(exhaustion.p10().orElseThrow()).isBetween(60, 81);
        assertThat(exhaustion.p90().orElseThrow()).isBetween(81, 130);
        assertThat(exhaustion.orderBy())
                .isEqualTo(OptionalInt.of(exhaustion.p10().orElseThrow() - 30));
    }

    @Test
    void anotherUnitChangesNoDate() {
        double[] percent = days(120, day -> 30 + 0.4 * day + 5 * (day % 7 == 2 ? 1 : 0) + noise(day, 2));
        double[] bytes = Arrays.stream(percent).map(used -> used * 137.3).toArray();

        assertThat(DemandOutlook.of(bytes, 100 * 137.3, 91)
                        .exhaustion(CapacityScenario.AS_IS, new UsableCapacity(100 * 137.3, 4, 1, 0), 14))
                .isEqualTo(DemandOutlook.of(percent, 100, 91)
                        .exhaustion(CapacityScenario.AS_IS, new UsableCapacity(100, 4, 1, 0), 14));
    }

    @Test
    void growthBringsTheDateForwardAndRetirementPutsItOff() {
        DemandOutlook outlook = DemandOutlook.of(days(160, day -> 40 + 0.25 * day + noise(day, 0.2)), 100, 182);
        int asIs = median(outlook, CapacityScenario.AS_IS);

        // 25 % more from step 1: 80 of today's use are enough, on day 160.
        assertThat(median(outlook, new CapacityScenario(1.25, 0, 1, 0))).isBetween(1, 4);
        // 10 less: 110 of today's use, 40 days later.
        assertThat(median(outlook, new CapacityScenario(1, -10, 1, 0)) - asIs).isBetween(36, 44);
    }

    @Test
    void aLaunchAheadDoesNotFillTheResourceToday() {
        DemandOutlook outlook = DemandOutlook.of(days(100, day -> 60 + noise(day, 1)), 100, 91);

        assertThat(median(outlook, new CapacityScenario(1, 60, 40, 0))).isEqualTo(40);
        assertThat(outlook.exhaustion(new CapacityScenario(1, 60, 1, 0), HUNDRED, 0)
                        .status())
                .isEqualTo(ExhaustionStatus.CROSSED);
    }

    @Test
    void aConstantNeverRunsOutAndPeaksAtItself() {
        DemandOutlook outlook = DemandOutlook.of(days(60, day -> 42), 100, 91);

        assertThat(outlook.exhaustion(CapacityScenario.AS_IS, HUNDRED, 10).status())
                .isEqualTo(ExhaustionStatus.BEYOND_HORIZON);
        assertThat(outlook.peak(CapacityScenario.AS_IS, 0.9).orElseThrow()).isCloseTo(42, within(1e-9));
    }

    @Test
    void aJumpIsNotATrendThatGoesOn() {
        DemandOutlook outlook = DemandOutlook.of(days(100, day -> (day < 50 ? 30 : 60) + noise(day, 2)), 100, 91);
        Exhaustion exhaustion = outlook.exhaustion(CapacityScenario.AS_IS, HUNDRED, 0);

        assertThat(exhaustion.p10()).isEmpty();
        assertThat(exhaustion.withinHorizon().orElseThrow()).isLessThan(0.05);
    }

    @Test
    void aFlatSeriesIsNotCalledFallingByItsNoise() {
        int[] falling = new int[3];
        for (int seed = 0; seed < FLAT_SERIES; seed++) {
            int from = 1_000 * seed;
            falling[0] += falls(days(120, day -> 50 + noise(from + day, 8)));
            falling[1] += falls(days(120, day -> 50 + 6 * Math.sin(2 * Math.PI * day / 7) + noise(from + day, 8)));
            falling[2] += falls(days(120, day -> (day < 50 ? 80 : 50) + noise(from + day, 8)));
        }

        assertThat(falling).as("flat, a week's wave, flat after a step down").containsExactly(0, 0, 0);
    }

    @Test
    void aSlowFallThroughNoiseIsSeen() {
        assertThat(falls(days(160, day -> 70 - 0.15 * day + noise(day, 8)))).isEqualTo(1);
        assertThat(falls(days(160, day -> 20 + 0.15 * day + noise(day, 8))))
                .as("a slow rise")
                .isZero();
    }

    @Test
    void twoDaysSayNothing() {
        DemandOutlook outlook = DemandOutlook.of(new double[] {1, Double.NaN, 2}, 100, 91);

        assertThat(outlook.exhaustion(CapacityScenario.AS_IS, HUNDRED, 10)).isEqualTo(Exhaustion.INSUFFICIENT);
        assertThat(outlook.peak(CapacityScenario.AS_IS, 0.9)).isEmpty();
        assertThatThrownBy(() -> DemandOutlook.of(new double[] {1}, 0, 91))
                .hasMessage("raw capacity 0.0: expected a positive number");
    }

    @Test
    void whatIsOrderedComesInWholeSteps() {
        assertThat(HUNDRED.orderable(101, 25)).isEqualTo(125);
        assertThat(HUNDRED.orderable(60, 25)).isEqualTo(75);
        assertThat(HUNDRED.orderable(100 + 1e-10, 25)).isEqualTo(100);
        assertThat(HUNDRED.orderable(101, 0)).isEqualTo(101);
    }

    private static int falls(double[] peaks) {
        return DemandOutlook.of(peaks, 100, 91)
                                .exhaustion(CapacityScenario.AS_IS, HUNDRED, 0)
                                .status()
                        == ExhaustionStatus.FALLING
                ? 1
                : 0;
    }

    private static int median(DemandOutlook outlook, CapacityScenario scenario) {
        return outlook.exhaustion(scenario, HUNDRED, 0).p50().orElseThrow();
    }

    private static double[] days(int count, IntToDoubleFunction used) {
        double[] days = new double[count];
        Arrays.setAll(days, used);
        return days;
    }

    private static double noise(int day, double scale) {
        return scale * (new SplittableRandom(day).nextDouble() - 0.5);
    }
}
