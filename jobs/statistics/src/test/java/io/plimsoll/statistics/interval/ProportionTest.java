package io.plimsoll.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProportionTest {
    @Test
    void intervalsAreThoseOfRsBinom() throws IOException {
        JsonNode published =
                ReferenceFolder.json("statistics/rates/expected.json").get("binom");

        for (int hits : new int[] {18, 4}) {
            JsonNode of20 = published.get(hits + "_of_20");
            Proportion proportion = new Proportion(hits, 20);
            assertEnds(proportion.wilson(Confidence.DEFAULT), of20.get("wilson"));
            assertEnds(proportion.clopperPearson(Confidence.DEFAULT), of20.get("exact"));
        }
    }

    @Test
    void oneSidedBoundIsAnEndOfTheTwoSidedIntervalWithBothTails() {
        Proportion proportion = new Proportion(7, 9);

        assertThat(proportion.wilsonLower(new Confidence(0.9)))
                .isCloseTo(proportion.wilson(new Confidence(0.8)).low(), within(1e-14));
        assertThat(proportion.wilsonUpper(new Confidence(0.9)))
                .isCloseTo(proportion.wilson(new Confidence(0.8)).high(), within(1e-14));
    }

    @Test
    void allOrNothingReachesTheEndExactly() {
        assertThat(new Proportion(0, 10).wilson(Confidence.DEFAULT).low()).isZero();
        assertThat(new Proportion(10, 10).wilson(Confidence.DEFAULT).high()).isOne();
        assertThat(new Proportion(10, 10).clopperPearson(Confidence.DEFAULT))
                .isEqualTo(new ConfidenceInterval(exactLowerOfTenOfTen(), 1));
    }

    @Test
    void withoutTrialsNothingIsKnown() {
        Proportion nothing = new Proportion(0, 0);

        assertThat(nothing.share()).isEmpty();
        assertThat(nothing.wilson(Confidence.DEFAULT)).isEqualTo(new ConfidenceInterval(0, 1));
        assertThat(nothing.clopperPearson(Confidence.DEFAULT)).isEqualTo(new ConfidenceInterval(0, 1));
        assertThat(nothing.wilsonLower(Confidence.DEFAULT)).isZero();
    }

    @Test
    void moreDataNarrowsTheInterval() {
        assertThat(new Proportion(900, 1_000).wilson(Confidence.DEFAULT).width())
                .isLessThan(new Proportion(90, 100).wilson(Confidence.DEFAULT).width());
    }

    @Test
    void aBillionTrialsKeepTheirDigits() {
        ConfidenceInterval exact = new Proportion(1, 1_000_000_000).clopperPearson(Confidence.DEFAULT);

        // One event: the Poisson limit, 0.0253178 and 5.5716434 (R: qgamma(c(0.025, 0.975), c(1, 2))).
        assertThat(exact.low() * 1e9).isCloseTo(0.0253178, within(1e-4));
        assertThat(exact.high() * 1e9).isCloseTo(5.5716434, within(1e-4));
    }

    @Test
    void impossibleCountsAreNamed() {
        assertThatThrownBy(() -> new Proportion(3, 2))
                .hasMessage("proportion of 3 hits in 2 trials: expected 0 <= hits <= trials");
        assertThatThrownBy(() -> new Confidence(1)).hasMessage("confidence 1.0 is not between 0 and 1, both excluded");
    }

    /** Every trial hit: the tail solves {@code p^10 = 0.025}. */
    private static double exactLowerOfTenOfTen() {
        double low = new Proportion(10, 10).clopperPearson(Confidence.DEFAULT).low();
        assertThat(low).isCloseTo(Math.pow(0.025, 0.1), within(1e-13));
        return low;
    }

    private static void assertEnds(ConfidenceInterval interval, JsonNode ends) {
        assertThat(interval.low()).isCloseTo(ends.get(0).doubleValue(), within(1e-12));
        assertThat(interval.high()).isCloseTo(ends.get(1).doubleValue(), within(1e-12));
    }
}
