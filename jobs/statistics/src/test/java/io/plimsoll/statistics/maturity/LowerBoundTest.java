package io.plimsoll.statistics.maturity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LowerBoundTest {

    @Test
    void ofWholeThingsItIsTheProportions() {
        assertThat(LowerBound.of(0.7, 10))
                .isCloseTo(new Proportion(7, 10).wilsonLower(new Confidence(0.9)), within(1e-12));
    }

    /** Random models of eight practices at levels 2 to 5: the same shares of half as many things. */
    @Test
    void halfTheDataNeverRaisesALevel() {
        Random random = new Random(20260401);
        for (int model = 0; model < 500; model++) {
            List<AssessedPractice> whole = new ArrayList<>();
            List<AssessedPractice> half = new ArrayList<>();
            for (int practice = 0; practice < 8; practice++) {
                double ratio = Math.sqrt(random.nextDouble());
                double things = 1 + random.nextInt(200);
                whole.add(assessed(practice, ratio, things));
                half.add(assessed(practice, ratio, things / 2));
            }

            assertThat(Maturity.of(half).stagedLevel())
                    .isLessThanOrEqualTo(Maturity.of(whole).stagedLevel());
            assertThat(Maturity.of(half).continuousLevel())
                    .isLessThanOrEqualTo(Maturity.of(whole).continuousLevel());
        }
    }

    private static AssessedPractice assessed(int practice, double ratio, double things) {
        Rating rating = Rating.of(LowerBound.of(ratio, things), 0.15, 0.5, 0.85);
        return new AssessedPractice("M1." + practice, "M1", 2 + practice / 2, 1, rating);
    }
}
