package io.plimsoll.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void quantilesAreRsDefault() {
        Sample sample = sample(1, 2, 4, 8);

        // R: quantile(c(1, 2, 4, 8), c(0, 0.5, 0.9, 1))
        assertThat(sample.quantile(0)).isEqualTo(1);
        assertThat(sample.median()).isEqualTo(3);
        assertThat(sample.quantile(0.9)).isCloseTo(6.8, within(1e-12));
        assertThat(sample.quantile(1)).isEqualTo(8);
    }

    @Test
    void medianIntervalOfTenIsTheSecondAndTheNinth() {
        Sample ten = sample(IntStream.rangeClosed(1, 10).asDoubleStream().toArray());

        // Hahn and Meeker 1991, table A.16: ranks 2 and 9 of 10 cover the median with 0.979.
        assertThat(ten.quantileInterval(0.5, Confidence.DEFAULT)).contains(new ConfidenceInterval(2, 9));
    }

    @Test
    void theMedianOfFiveHasNoInterval() {
        assertThat(sample(1, 2, 3, 4, 5).quantileInterval(0.5, Confidence.DEFAULT))
                .isEmpty();
        assertThat(sample(1, 2, 3, 4, 5, 6).quantileInterval(0.5, Confidence.DEFAULT))
                .contains(new ConfidenceInterval(1, 6));
    }

    @Test
    void oneValueAndEqualValues() {
        assertThat(sample(7).quantile(0.9)).isEqualTo(7);
        assertThat(sample(7, 7, 7).geometricMean()).isCloseTo(7, within(1e-12));
        assertThat(sample(0, 7).geometricMean()).isZero();
        assertThat(Sample.of()).isEmpty();
    }

    @Test
    void aMissingValueIsTheCallersToLeaveOut() {
        assertThatThrownBy(() -> Sample.of(1, Double.NaN)).hasMessage("value 1 of the sample is NaN, not a number");
    }

    @Test
    void durationsWithoutALoneMean() {
        DurationSummary summary = DurationSummary.of(new double[] {10, 20, 40, 80, 160, 320, 6400}, Bootstrap.DEFAULT)
                .orElseThrow();

        assertThat(summary.median()).isEqualTo(80);
        assertThat(summary.medianInterval()).contains(new ConfidenceInterval(10, 6400));
        assertThat(summary.p90()).isCloseTo(2752, within(1e-9));
        // 10·(2·4·8·16·32·640)^(1/7)
        assertThat(summary.geometricMean()).isCloseTo(10 * Math.pow(20_971_520, 1 / 7.0), within(1e-9));
        assertThat(summary.geometricMeanInterval().contains(summary.geometricMean()))
                .isTrue();
        assertThat(DurationSummary.of(new double[0], Bootstrap.DEFAULT)).isEmpty();
        assertThatThrownBy(() -> DurationSummary.of(new double[] {-1}, Bootstrap.DEFAULT))
                .hasMessage("duration -1.0 is negative");
    }

    @Test
    void bootstrapDependsOnTheSeedAndNotOnTheOrder() {
        ConfidenceInterval interval = Bootstrap.DEFAULT.interval(sample(1, 2, 3, 9), Sample::median);

        assertThat(Bootstrap.DEFAULT.interval(sample(9, 1, 3, 2), Sample::median))
                .isEqualTo(interval);
        assertThat(Bootstrap.DEFAULT.interval(sample(5, 5, 5), Sample::median)).isEqualTo(new ConfidenceInterval(5, 5));
        assertThatThrownBy(() -> new Bootstrap(99, Confidence.DEFAULT, 1))
                .hasMessage("99 replicates are too few for a bootstrap interval: take at least 100");
    }

    private static Sample sample(double... values) {
        return Sample.of(values).orElseThrow();
    }
}
