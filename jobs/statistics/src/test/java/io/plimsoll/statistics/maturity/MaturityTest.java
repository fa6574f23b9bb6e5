package io.plimsoll.statistics.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class MaturityTest {

    @Test
    void withoutAnyAchievementTheLevelIsOne() {
        Maturity maturity = Maturity.of(List.of(practice("M1.1", 2, Rating.NOT_ACHIEVED)));

        assertThat(maturity.stagedLevel()).isEqualTo(1);
        assertThat(maturity.blocking()).extracting(AssessedPractice::id).containsExactly("M1.1");
    }

    @Test
    void aLevelAsksForLargelyAtItAndFullyBelowIt() {
        assertThat(level(Rating.LARGELY, Rating.NOT_ACHIEVED)).isEqualTo(2);
        assertThat(level(Rating.LARGELY, Rating.LARGELY)).isEqualTo(2);
        assertThat(level(Rating.FULLY, Rating.LARGELY)).isEqualTo(3);
    }

    @Test
    void aPracticeWithoutEvidenceIsNeverAPass() {
        assertThat(level(Rating.NOT_EVIDENCED, Rating.FULLY)).isEqualTo(1);
    }

    /** The first level is only largely achieved: it blocks the second, though nothing of the second is missing. */
    @Test
    void whatBlocksMayLieBelowTheNextLevel() {
        Maturity maturity =
                Maturity.of(List.of(practice("M1.1", 2, Rating.LARGELY), practice("M1.2", 3, Rating.FULLY)));

        assertThat(maturity.stagedLevel()).isEqualTo(2);
        assertThat(maturity.blocking()).extracting(AssessedPractice::id).containsExactly("M1.1");
    }

    @Test
    void aLevelAtWhichNothingIsExpectedIsPassedThroughAndNotBeyondTheLastThatIs() {
        assertThat(Maturity.of(List.of(practice("M1.1", 2, Rating.FULLY), practice("M1.2", 4, Rating.LARGELY)))
                        .stagedLevel())
                .isEqualTo(4);
        assertThat(Maturity.of(List.of(practice("M1.1", 2, Rating.FULLY))).stagedLevel())
                .isEqualTo(2);
    }

    /** Levels 2 and 3: (2/3 + 1/3) / 2 of the four steps above 1. */
    @Test
    void theContinuousLevelMovesWithEveryPractice() {
        Maturity maturity =
                Maturity.of(List.of(practice("M1.1", 2, Rating.LARGELY), practice("M1.2", 3, Rating.PARTIALLY)));

        assertThat(maturity.continuousLevel()).isCloseTo(3.0, Offset.offset(1e-12));
    }

    @Test
    void aRatingNeedsMoreThanItsThreshold() {
        assertThat(Rating.of(0.85, 0.15, 0.5, 0.85)).isEqualTo(Rating.LARGELY);
        assertThat(Rating.of(0.8501, 0.15, 0.5, 0.85)).isEqualTo(Rating.FULLY);
        assertThat(Rating.of(0.15, 0.15, 0.5, 0.85)).isEqualTo(Rating.NOT_ACHIEVED);
    }

    private static int level(Rating second, Rating third) {
        return Maturity.of(List.of(practice("M1.1", 2, second), practice("M1.2", 3, third)))
                .stagedLevel();
    }

    private static AssessedPractice practice(String id, int level, Rating rating) {
        return new AssessedPractice(id, "M1", level, 1, rating);
    }
}
