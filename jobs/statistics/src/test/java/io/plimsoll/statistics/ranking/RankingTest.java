package io.plimsoll.statistics.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.statistics.interval.ConfidenceInterval;
import io.plimsoll.statistics.interval.Proportion;
import io.plimsoll.statistics.shrinkage.BetaBinomialClass;
import io.plimsoll.statistics.shrinkage.Posterior;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final BetaBinomialClass CLASS = new BetaBinomialClass(0.9, 10);

    @Test
    void vendorsThatCannotBeToldApartShareARank() {
        List<RankedMember> ranked = Ranking.DEFAULT.ofPosteriors(
                vendors(new Proportion(500, 1_000), new Proportion(953, 1_000), new Proportion(951, 1_000)));

        assertThat(ranked).extracting(RankedMember::rank).containsExactly(3, 1, 1);
        assertThat(ranked).extracting(RankedMember::tied).containsExactly(0, 1, 1);
        assertThat(ranked.get(0).ranks()).isEqualTo(new ConfidenceInterval(3, 3));
        assertThat(ranked.get(1).ranks()).isEqualTo(new ConfidenceInterval(1, 2));
    }

    @Test
    void littleDataIsWideAndNotBad() {
        List<RankedMember> ranked = Ranking.DEFAULT.ofPosteriors(
                vendors(new Proportion(990, 1_000), new Proportion(920, 1_000), new Proportion(2, 3)));

        assertThat(ranked.get(2).ranks().width())
                .isGreaterThan(ranked.get(0).ranks().width());
        assertThat(ranked.get(2).tied()).isPositive();
    }

    @Test
    void theOrderOfTheMembersChangesNothing() {
        Proportion good = new Proportion(99, 100);
        Proportion bad = new Proportion(60, 100);

        assertThat(Ranking.DEFAULT.ofPosteriors(vendors(good, bad)))
                .extracting(RankedMember::rank)
                .containsExactly(1, 2);
        assertThat(Ranking.DEFAULT.ofPosteriors(vendors(bad, good)))
                .extracting(RankedMember::rank)
                .containsExactly(2, 1);
    }

    @Test
    void equalDrawsAreTiesAndNobodyIsNobody() {
        assertThat(Ranking.DEFAULT.ofDraws(List.of(new double[] {1, 1}, new double[] {1, 1})))
                .extracting(RankedMember::rank)
                .containsExactly(1, 1);
        assertThat(Ranking.DEFAULT.ofDraws(List.of())).isEmpty();
        assertThatThrownBy(() -> Ranking.DEFAULT.ofDraws(List.of(new double[1], new double[2])))
                .hasMessage("members with 2 and 1 draws: expected the same number, at least one");
    }

    @Test
    void aRankThatHangsOnAWeightSaysSo() {
        double[][] scores = {{1.0, 0.0}, {0.0, 0.9}, {0.1, 0.1}};

        RankStability[] stability = RankStability.of(scores, new double[] {0.5, 0.5});

        // The second overtakes the first when the first weight is halved or the second raised.
        assertThat(stability)
                .containsExactly(
                        new RankStability(1, 1, 2, 0.5),
                        new RankStability(2, 1, 2, 0.5),
                        new RankStability(3, 3, 3, 1));
        assertThatThrownBy(() -> RankStability.of(scores, new double[] {0, 0}))
                .hasMessage("weights [0.0, 0.0]: expected numbers that are not negative and not all 0");
    }

    private static List<Posterior> vendors(Proportion... records) {
        return Stream.of(records).map(CLASS::of).toList();
    }
}
