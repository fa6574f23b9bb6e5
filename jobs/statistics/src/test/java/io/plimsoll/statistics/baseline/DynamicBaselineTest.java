package io.plimsoll.statistics.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DynamicBaselineTest {
    private static final int A_DAY = 96;
    private static final int A_WEEK = 7 * A_DAY;

    @Test
    void futureValuesChangeNothing() {
        double[] values = noisyDays(8 * A_DAY);
        values[600] = 400;
        double[] extended = Arrays.copyOf(noisyDays(12 * A_DAY), 12 * A_DAY);
        System.arraycopy(values, 0, extended, 0, values.length);
        extended[values.length] = -1e9;

        assertThat(judge(extended).subList(0, values.length)).isEqualTo(judge(values));
    }

    @Test
    void aSpikeIsOneAlertAndTheDayIsNot() {
        double[] values = noisyDays(10 * A_DAY);
        values[808] = 400;

        assertThat(alerts(judge(values))).containsExactly(808);
    }

    @Test
    void aShiftOfLevelIsToldOnce() {
        double[] values = noisyDays(20 * A_DAY);
        for (int i = 10 * A_DAY; i < values.length; i++) {
            values[i] += 300;
        }

        assertThat(alerts(judge(values))).containsExactly(10 * A_DAY);
    }

    @Test
    void weekendsAreExpectedFromTheFifthWeek() {
        double[] values = noisyDays(6 * A_WEEK);
        for (int i = 0; i < values.length; i++) {
            values[i] *= i % A_WEEK < 5 * A_DAY ? 1 : 0.2;
        }
        List<Judgement> judgements = judge(values);

        assertThat(alerts(judgements)).allMatch(row -> row < 4 * A_WEEK);
        int saturdayNoon = 5 * A_WEEK + 5 * A_DAY + A_DAY / 2;
        assertThat(Math.abs(judgements.get(saturdayNoon).expected() - values[saturdayNoon]))
                .isLessThan(10);
    }

    @Test
    void aFlatSeriesAlertsOnAnyChangeUnlessTheChangeIsTooSmallToMatter() {
        double[] values = new double[8 * A_DAY];
        Arrays.fill(values, 5);
        values[700] = 6;
        BaselineRule tolerant =
                new BaselineRule(1.2, Duration.ofDays(2), 500, Duration.ofHours(1), Duration.ofDays(1), 2);

        assertThat(alerts(judge(values))).containsExactly(700);
        assertThat(judge(values).get(700).score()).isInfinite();
        assertThat(alerts(DynamicBaseline.judge(quarterHours(values.length), values, tolerant)))
                .isEmpty();
    }

    @Test
    void whatIsMissingIsNeitherJudgedNorLearnt() {
        double[] values = noisyDays(10 * A_DAY);
        values[808] = 400;
        values[807] = Double.NaN;
        List<Judgement> judgements = judge(values);

        assertThat(judgements.get(807)).isEqualTo(Judgement.MISSING);
        assertThat(alerts(judgements)).containsExactly(808);
    }

    @Test
    void anEmptySeriesAndOneValue() {
        assertThat(judge(new double[0])).isEmpty();
        assertThat(judge(new double[] {7})).containsExactly(Judgement.MISSING);
    }

    @Test
    void unsortedOrInfiniteSeriesAreNamed() {
        assertThatThrownBy(() -> DynamicBaseline.judge(new long[] {20, 10}, new double[2], BaselineRule.DEFAULT))
                .hasMessage("value at 10 after one at 20: sort the series by time");
        assertThatThrownBy(() -> judge(new double[] {Double.NEGATIVE_INFINITY}))
                .hasMessage("value at 0 is -Infinity, not a number");
        assertThatThrownBy(() ->
                        new BaselineRule(0.5, Duration.ofDays(2), 500, Duration.ofHours(1), Duration.ofDays(1), 0))
                .hasMessage("margin 0.5 and smallest deviation 0.0: expected at least 1 and at least 0");
    }

    /** Quarters of an hour with a daily wave of ±40 around 100 and uniform noise of ±5. */
    private static double[] noisyDays(int count) {
        Random random = new Random(7);
        double[] values = new double[count];
        Arrays.setAll(
                values, quarter -> 100 + 40 * Math.sin(2 * Math.PI * quarter / A_DAY) + 10 * random.nextDouble() - 5);
        return values;
    }

    private static List<Judgement> judge(double[] values) {
        return DynamicBaseline.judge(quarterHours(values.length), values, BaselineRule.DEFAULT);
    }

    private static long[] quarterHours(int count) {
        return IntStream.range(0, count).mapToLong(quarter -> quarter * 900L).toArray();
    }

    private static List<Integer> alerts(List<Judgement> judgements) {
        return IntStream.range(0, judgements.size())
                .filter(row -> judgements.get(row).alert())
                .boxed()
                .toList();
    }
}
