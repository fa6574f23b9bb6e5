package io.plimsoll.statistics.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import java.io.IOException;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RateTest {
    @Test
    void exactIntervalOfARateIsThatOfRsExactci() throws IOException {
        JsonNode published = published("poisson_15_over_400");
        EventRate rate = new EventRate(15, 400);

        assertThat(rate.perUnit()).isEqualTo(0.0375);
        assertThat(rate.exact(Confidence.DEFAULT).low()).isCloseTo(number(published, "/exact_ci95/0"), within(1e-13));
        assertThat(rate.exact(Confidence.DEFAULT).high()).isCloseTo(number(published, "/exact_ci95/1"), within(1e-13));
        assertThat(rate.pValue(0.05)).isCloseTo(number(published, "/exact_central_p_vs_rate_0.05"), within(1e-12));
    }

    @Test
    void comparisonIsThatOfRsExactci() throws IOException {
        JsonNode published = published("poisson_ratio_60_51477.5_vs_30_54308.7");
        RateComparison comparison = new RateComparison(new EventRate(30, 54308.7), new EventRate(60, 51477.5));

        assertThat(comparison.ratio().orElseThrow()).isCloseTo(number(published, "/ratio"), within(1e-13));
        assertThat(comparison.pValue()).isCloseTo(number(published, "/exact_two_sided_minlike_p"), within(1e-14));
        assertThat(comparison.pValueOfRise(1.2)).isCloseTo(number(published, "/null1.2_greater_exact"), within(1e-13));
        // R's interval inverts the test by likelihood; ours has equal tails and is the wider of the two. R:
        // binom.test(60, 90, t1/(t1 + t2)).
        ConfidenceInterval interval = comparison.interval(Confidence.DEFAULT);
        assertThat(interval.low()).isCloseTo(1.3397357217716694, within(1e-11));
        assertThat(interval.high()).isCloseTo(3.3883655736243234, within(1e-11));
        assertThat(interval.low()).isLessThan(number(published, "/exact_ci95/0"));
        assertThat(interval.high()).isGreaterThan(number(published, "/exact_ci95/1"));
    }

    @Test
    void withoutEventsTheRateHasAnUpperBoundOnly() {
        EventRate none = new EventRate(0, 12);

        assertThat(none.exact(Confidence.DEFAULT).low()).isZero();
        assertThat(none.exactUpper(Confidence.DEFAULT)).isCloseTo(-Math.log(0.05) / 12, within(1e-12));
    }

    @Test
    void aFallFromFourToNoneIsNotProvenOverEqualTime() {
        // (1/2)^4 = 0.0625, (1/2)^5 = 0.03125
        assertThat(new RateComparison(new EventRate(4, 6), new EventRate(0, 6)).pValueOfFall(1))
                .isCloseTo(0.0625, within(1e-12));
        assertThat(fallProvable(4, 6, 6)).isEmpty();
        assertThat(fallProvable(5, 6, 6).orElseThrow()).isEqualTo(1);
        // One event in twice the time: (1/3)^5 + 5·(2/3)·(1/3)^4 = 0.045.
        assertThat(fallProvable(4, 6, 12).orElseThrow()).isEqualTo(0.875);
        assertThat(fallProvable(0, 6, 12)).isEmpty();
    }

    @Test
    void theSmallestProvableFallIsTheLastThatIsSignificant() {
        RateComparison comparison = new RateComparison(new EventRate(20, 1), new EventRate(3, 1));
        double fall = comparison.smallestProvableFall(Confidence.DEFAULT).orElseThrow();
        int most = (int) Math.round(20 * (1 - fall));

        assertThat(new RateComparison(new EventRate(20, 1), new EventRate(most, 1)).pValueOfFall(1))
                .isLessThanOrEqualTo(0.05);
        assertThat(new RateComparison(new EventRate(20, 1), new EventRate(most + 1, 1)).pValueOfFall(1))
                .isGreaterThan(0.05);
    }

    @Test
    void nothingBeforeOrAfterIsNoEvidence() {
        RateComparison nothing = new RateComparison(new EventRate(0, 1), new EventRate(0, 2));
        RateComparison onlyAfter = new RateComparison(new EventRate(0, 1), new EventRate(2, 1));

        assertThat(nothing.ratio()).isEmpty();
        assertThat(nothing.pValue()).isOne();
        assertThat(nothing.interval(Confidence.DEFAULT)).isEqualTo(new ConfidenceInterval(0, Double.POSITIVE_INFINITY));
        assertThat(onlyAfter.interval(Confidence.DEFAULT).high()).isInfinite();
    }

    @Test
    void impossibleFiguresAreNamed() {
        assertThatThrownBy(() -> new EventRate(-1, 1)).hasMessage("rate of -1 events: a count is not negative");
        assertThatThrownBy(() -> new EventRate(1, 0))
                .hasMessage("rate over an exposure of 0.0: expected a positive number");
    }

    private static OptionalDouble fallProvable(int before, double exposureBefore, double exposureAfter) {
        return new RateComparison(new EventRate(before, exposureBefore), new EventRate(0, exposureAfter))
                .smallestProvableFall(Confidence.DEFAULT);
    }

    private static JsonNode published(String name) throws IOException {
        return ReferenceFolder.json("statistics/rates/expected.json").get(name);
    }

    private static double number(JsonNode node, String pointer) {
        return node.at(pointer).doubleValue();
    }
}
