package io.plimsoll.statistics.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The numbers of the Kubernetes Vertical Pod Autoscaler's own tests. */
class AutoscalerTest {
    private static final double HOUR = 3_600;

    @Test
    void percentilesAreBucketEnds() throws IOException {
        DecayingHistogram histogram = histogram(Double.POSITIVE_INFINITY);
        for (int value = 1; value <= 4; value++) {
            histogram.add(value, value, 0);
        }

        assertPercentiles(histogram, "percentiles_samples_value_i_weight_i_1_4");
    }

    @Test
    void valuesLoseHalfTheirWeightAnHour() throws IOException {
        DecayingHistogram histogram = histogram(HOUR);
        for (int value = 1; value <= 4; value++) {
            histogram.add(value, value, value * HOUR);
        }

        assertPercentiles(histogram, "decaying_halflife1h_samples_value_i_weight_i_one_per_hour_1_4");
    }

    @Test
    void aThousandOldValuesWeighLessThanOneAfterTwentyHours() throws IOException {
        DecayingHistogram histogram = histogram(HOUR);
        histogram.add(2, 1_000, 0);
        histogram.add(1, 1, 20 * HOUR);

        assertPercentiles(histogram, "simple_decay_2w1000_then_1w1_20h_later");
    }

    @Test
    void whatIsAHundredHalfLivesOldIsGone() throws IOException {
        DecayingHistogram histogram = histogram(HOUR);
        histogram.add(2, 1, 0);
        histogram.add(1, 1, 101 * HOUR);

        assertPercentiles(histogram, "longterm_decay_101h");
    }

    @Test
    void littleEvidenceStretchesTheRecommendation() throws IOException {
        JsonNode published = published();
        EvidenceMargin margin = new EvidenceMargin(0.1, 2);
        double ofDay = EvidenceMargin.confidence(16 * 60, 9, 24 * HOUR);
        double of18Minutes = EvidenceMargin.confidence(16 * 60, 9, 18 * 60);

        assertThat(ofDay)
                .isEqualTo(published
                        .get("confidence_9samples_2min_apart_interval24h")
                        .doubleValue());
        assertThat(margin.stretch(3.14, ofDay))
                .isCloseTo(published.get("3.14_mult0.1_exp2").doubleValue(), within(1e-9));
        assertThat(of18Minutes)
                .isEqualTo(published.get("confidence_interval18min").doubleValue());
        assertThat(margin.stretch(3.14, of18Minutes))
                .isCloseTo(published.get("3.14_mult0.1_exp2_interval18").doubleValue(), within(1e-12));
        assertThat(margin.stretch(3.14, 0)).isInfinite();
    }

    @Test
    void anEmptyHistogramAndTheLastBucket() {
        DecayingHistogram histogram = histogram(HOUR);
        assertThat(histogram.percentile(0.9)).isZero();

        histogram.add(1_000, 1, 0);
        assertThat(histogram.percentile(0.9)).isEqualTo(10);
        assertThatThrownBy(() -> histogram.add(-1, 1, 0))
                .hasMessage("value -1.0 of weight 1.0: expected numbers that are not negative");
    }

    private static DecayingHistogram histogram(double halfLifeSeconds) {
        return new DecayingHistogram(10, 1, halfLifeSeconds, 1e-15);
    }

    private static void assertPercentiles(DecayingHistogram histogram, String entry) throws IOException {
        JsonNode percentiles = published().get(entry);
        percentiles
                .fieldNames()
                .forEachRemaining(share -> assertThat(histogram.percentile(Double.parseDouble(share)))
                        .as("percentile %s", share)
                        .isEqualTo(percentiles.get(share).doubleValue()));
    }

    private static JsonNode published() throws IOException {
        return ReferenceFolder.json("statistics/vpa/expected.json");
    }
}
