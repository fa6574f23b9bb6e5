package io.plimsoll.statistics.maturity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InitiativesTest {

    private static final List<AssessedPractice> PRACTICES = List.of(
            new AssessedPractice("M1.1", "M1", 2, 2, Rating.PARTIALLY),
            new AssessedPractice("M1.2", "M1", 2, 3, Rating.NOT_EVIDENCED),
            new AssessedPractice("M1.3", "M1", 3, 1, Rating.FULLY),
            new AssessedPractice("M2.1", "M2", 2, 4, Rating.FULLY));

    /** Neither M1.1 nor M1.2 alone unlocks anything; together they take M1 and the whole from 1 to 3. */
    @Test
    void practicesThatUnlockOnlyTogetherAreOneInitiative() {
        assertThat(Initiatives.of(PRACTICES)).singleElement().satisfies(initiative -> {
            assertThat(initiative.practices()).containsExactly("M1.1", "M1.2");
            assertThat(initiative.levelsUnlocked()).isEqualTo(4);
            assertThat(initiative.effort()).isEqualTo(5);
            assertThat(initiative.leverage(2)).isEqualTo(1.6);
        });
    }

    @Test
    void whereNothingIsMissingThereIsNoInitiative() {
        assertThat(Initiatives.of(List.of(new AssessedPractice("M2.1", "M2", 2, 4, Rating.FULLY))))
                .isEmpty();
    }
}
