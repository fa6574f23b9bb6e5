package io.plimsoll.statistics.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExhaustionTest {
    private static final int HORIZON = 60;

    @Test
    void datesAreWhereSoManyPathsHaveReachedTheCapacity() {
        // Path i reaches 100 at step 20 + i/50: the first tenth of 1,000 by step 21, half by 29, nine tenths by 37.
        Exhaustion exhaustion = Exhaustion.of(50, rampsReachingAt(i -> 20 + i / 50), 100, 30);

        assertThat(exhaustion.status()).isEqualTo(ExhaustionStatus.WITHIN_HORIZON);
        assertThat(exhaustion.p10()).hasValue(21);
        assertThat(exhaustion.p50()).hasValue(29);
        assertThat(exhaustion.p90()).hasValue(37);
        assertThat(exhaustion.withinHorizon()).hasValue(1);
        assertThat(exhaustion.beforeLeadTime()).hasValue(0.55);
        assertThat(exhaustion.orderBy()).hasValue(-9);
    }

    @Test
    void aPathThatFallsBackStaysCrossed() {
        List<double[]> spikes = paths(i -> {
            double[] path = new double[HORIZON];
            path[4] = 100;
            return path;
        });

        assertThat(Exhaustion.of(0, spikes, 100, 0).p90()).hasValue(5);
    }

    @Test
    void alreadyThereIsCrossedNow() {
        Exhaustion exhaustion = Exhaustion.of(100, rampsReachingAt(i -> 20), 100, 30);

        assertThat(exhaustion.status()).isEqualTo(ExhaustionStatus.CROSSED);
        assertThat(exhaustion.p10()).hasValue(0);
        assertThat(exhaustion.orderBy()).hasValue(-30);
    }

    @Test
    void aFewLatePathsAreNoDate() {
        Exhaustion exhaustion = Exhaustion.of(50, rampsReachingAt(i -> i < 90 ? 20 : 1_000), 100, 30);

        assertThat(exhaustion.status()).isEqualTo(ExhaustionStatus.BEYOND_HORIZON);
        assertThat(exhaustion.p10()).isEqualTo(OptionalInt.empty());
        assertThat(exhaustion.orderBy()).isEmpty();
        assertThat(exhaustion.withinHorizon()).hasValue(0.09);
    }

    @Test
    void lessAndLessIsFalling() {
        List<double[]> falling = paths(i -> IntStream.rangeClosed(1, HORIZON)
                .mapToDouble(step -> 50 - 0.5 * step)
                .toArray());

        assertThat(Exhaustion.of(50, falling, 100, 30).status()).isEqualTo(ExhaustionStatus.FALLING);
    }

    @Test
    void aFallThatThePathsDoNotAgreeOnIsNone() {
        // Nineteen of twenty paths fall: too few for an interval of 95 %.
        List<double[]> unsure = paths(i -> IntStream.rangeClosed(1, HORIZON)
                .mapToDouble(step -> 50 + (i % 20 == 0 ? 0.2 : -0.2) * step)
                .toArray());

        assertThat(Exhaustion.of(50, unsure, 100, 30).status()).isEqualTo(ExhaustionStatus.BEYOND_HORIZON);
    }

    @Test
    void aLastValueAboveAFlatFutureIsNoFall() {
        List<double[]> flat = paths(i -> IntStream.rangeClosed(1, HORIZON)
                .mapToDouble(step -> 50 + Math.sin(i + step))
                .toArray());

        assertThat(Exhaustion.of(60, flat, 100, 30).status()).isEqualTo(ExhaustionStatus.BEYOND_HORIZON);
    }

    @Test
    void aWeekendAtTheEndIsNoFall() {
        List<double[]> weekly = paths(i -> IntStream.rangeClosed(1, HORIZON)
                .mapToDouble(step -> (HORIZON - step) % 7 < 2 ? 20 : 50)
                .toArray());

        assertThat(Exhaustion.of(50, weekly, 100, 30).status()).isEqualTo(ExhaustionStatus.BEYOND_HORIZON);
    }

    @Test
    void tooLittleToSay() {
        List<double[]> many = rampsReachingAt(i -> 20);

        assertThat(Exhaustion.of(50, many.subList(0, 999), 100, 30)).isEqualTo(Exhaustion.INSUFFICIENT);
        assertThat(Exhaustion.of(Double.NaN, many, 100, 30)).isEqualTo(Exhaustion.INSUFFICIENT);
        assertThatThrownBy(() -> Exhaustion.of(50, paths(i -> new double[] {Double.NaN}), 100, 30))
                .hasMessage("a path of 1 steps beside 1, or with NaN: expected numbers of one length");
    }

    private static List<double[]> rampsReachingAt(IntUnaryOperator reachedAt) {
        return paths(i -> IntStream.rangeClosed(1, HORIZON)
                .mapToDouble(step -> 50 + 50.0 * step / reachedAt.applyAsInt(i))
                .toArray());
    }

    private static List<double[]> paths(IntFunction<double[]> path) {
        return new ArrayList<>(Arrays.asList(
                IntStream.range(0, Exhaustion.FEWEST_PATHS).mapToObj(path).toArray(double[][]::new)));
    }
}
