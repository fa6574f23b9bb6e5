package io.plimsoll.statistics.promise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.interval.Proportion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AchievableTargetTest {
    private static final double MONTH = 30 * 86_400;
    private static final List<Double> CANDIDATES = List.of(0.9999, 0.95, 0.999, 0.99, 1.0);

    @Test
    void oneHourOfDowntimeAMonthSupportsTwoNines() {
        OutageHistory hourly = OutageHistory.of(MONTH, repeat(1, 36), seconds(3_600, 36));
        AchievableTarget target = AchievableTarget.of(hourly, CANDIDATES, TargetSearch.DEFAULT);

        // 1 − 0.99 of a month is 7.2 h, that is seven outages; 0.999 is 43 min, less than one.
        assertThat(target.strictest().orElseThrow().target()).isEqualTo(0.99);
        assertThat(target.outlooks().get(2).meetProbability()).isCloseTo(Math.exp(-36.5 / 36), within(0.01));
        assertThat(target.outlooks().get(2).observed()).isEqualTo(new Proportion(0, 36));
    }

    @Test
    void aCleanRecordPromisesOnlyWhatItsLengthProves() {
        assertThat(strictestOfCleanMonths(6)).isEmpty();
        // exp(−q/n) >= 0.9 with q the 0.9 quantile of Γ(½), 1.353: thirteen periods.
        assertThat(strictestOfCleanMonths(9)).isEmpty();
        assertThat(strictestOfCleanMonths(24)).contains(1.0);
    }

    @Test
    void lentDurationsJudgeAServiceWithoutOutages() {
        AchievableTarget target = AchievableTarget.of(
                OutageHistory.of(MONTH, repeat(0, 6), seconds(600, 10)), CANDIDATES, TargetSearch.DEFAULT);

        assertThat(target.strictest().orElseThrow().target()).isEqualTo(0.999);
        assertThat(target.outlooks().get(0).observed().trials()).isZero();
    }

    @Test
    void clusteredOutagesAreWorseThanTheSameOutagesSpread() {
        int[] clustered = repeat(0, 36);
        clustered[4] = clustered[20] = 18;

        assertThat(meet(clustered, 36)).isLessThan(meet(repeat(1, 36), 36));
    }

    @Test
    void theSameSeedGivesTheSameFigures() {
        OutageHistory history = OutageHistory.of(MONTH, new int[] {2, 0, 1}, seconds(900, 3));

        assertThat(AchievableTarget.of(history, CANDIDATES, TargetSearch.DEFAULT))
                .isEqualTo(AchievableTarget.of(history, CANDIDATES, TargetSearch.DEFAULT));
    }

    @Test
    void nothingObservedPromisesNothing() {
        AchievableTarget target = AchievableTarget.of(
                OutageHistory.of(MONTH, new int[0], new double[0]), CANDIDATES, TargetSearch.DEFAULT);

        assertThat(target.strictest()).isEmpty();
        assertThat(target.outlooks()).isEmpty();
    }

    @Test
    void impossibleFiguresAreNamed() {
        assertThatThrownBy(() -> OutageHistory.of(MONTH, new int[] {1}, new double[] {0}))
                .hasMessage("an outage of 0.0 seconds: expected a positive number");
        assertThatThrownBy(() -> AchievableTarget.of(
                        OutageHistory.of(MONTH, new int[1], new double[0]), List.of(99.9), TargetSearch.DEFAULT))
                .hasMessage("target 99.9 is not a share of a period, in [0, 1]");
    }

    private static Optional<Double> strictestOfCleanMonths(int months) {
        return AchievableTarget.of(
                        OutageHistory.of(MONTH, repeat(0, months), new double[0]), CANDIDATES, TargetSearch.DEFAULT)
                .strictest()
                .map(TargetOutlook::target);
    }

    private static double meet(int[] counts, int outages) {
        return AchievableTarget.of(
                        OutageHistory.of(MONTH, counts, seconds(3_600, outages)), List.of(0.99), TargetSearch.DEFAULT)
                .outlooks()
                .get(0)
                .meetProbability();
    }

    private static int[] repeat(int count, int periods) {
        int[] counts = new int[periods];
        Arrays.fill(counts, count);
        return counts;
    }

    private static double[] seconds(double seconds, int outages) {
        double[] durations = new double[outages];
        Arrays.fill(durations, seconds);
        return durations;
    }
}
