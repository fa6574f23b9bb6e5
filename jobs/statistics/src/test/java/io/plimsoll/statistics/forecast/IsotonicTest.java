package io.plimsoll.statistics.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IsotonicTest {
    @Test
    void risingMeansStay() {
        assertThat(Isotonic.rising(new double[] {1, 4, 9}, new double[] {1, 2, 3}))
                .containsExactly(1, 2, 3);
    }

    @Test
    void neighboursThatFallArePooledByTheirCounts() {
        // 3 of one observation, then 1 of three: their mean is 6 / 4.
        assertThat(Isotonic.rising(new double[] {1, 3, 3}, new double[] {1, 1, 3}))
                .containsExactly(1, 1.5, 1.5);
    }

    @Test
    void aPlaceWithoutObservationsTakesTheOneBefore() {
        assertThat(Isotonic.rising(new double[] {2, 0, 5}, new double[] {1, 0, 1}))
                .containsExactly(2, 2, 5);
    }
}
