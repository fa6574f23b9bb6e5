package io.plimsoll.statistics.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogHistogramTest {

    @Test
    void ranksFollowTheLowerQuantile() {
        LogHistogram histogram = LogHistogram.of(10, 20, 30, 40);

        assertThat(histogram.quantile(0)).isCloseTo(10, within(0.1));
        assertThat(histogram.quantile(0.5)).isCloseTo(20, within(0.2));
        assertThat(histogram.quantile(0.99)).isCloseTo(30, within(0.3));
        assertThat(histogram.quantile(1)).isCloseTo(40, within(0.4));
    }

    @Test
    void zerosAndNegativeValuesKeepTheirOrder() {
        LogHistogram histogram = LogHistogram.of(5, -1000, 0, -2, 0);

        assertThat(histogram.quantile(0)).isCloseTo(-1000, within(10.0));
        assertThat(histogram.quantile(0.25)).isCloseTo(-2, within(0.02));
        assertThat(histogram.quantile(0.5)).isZero();
        assertThat(histogram.quantile(0.75)).isZero();
        assertThat(histogram.quantile(1)).isCloseTo(5, within(0.05));
    }

    @Test
    void extremesOfTheDoubleKeepTheErrorBound() {
        assertThat(LogHistogram.of(Double.MAX_VALUE).quantile(0.5) / Double.MAX_VALUE)
                .isCloseTo(1, within(0.01));
        assertThat(LogHistogram.of(Double.MIN_NORMAL).quantile(0.5) / Double.MIN_NORMAL)
                .isCloseTo(1, within(0.01));
        assertThat(LogHistogram.of(Double.MIN_VALUE).quantile(0.5)).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyQuantileLiesWithinOnePercentOfTheSample(long seed) {
        double[] sample = sample(seed, 2000);
        LogHistogram histogram = LogHistogram.of(sample);
        Arrays.sort(sample);

        for (int percent = 0; percent <= 100; percent++) {
            double exact = sample[(int) Math.floor(percent / 100.0 * (sample.length - 1))];
            assertThat(histogram.quantile(percent / 100.0))
                    .as("p%d of seed %d", percent, seed)
                    .isCloseTo(exact, within(LogHistogram.RELATIVE_ERROR * Math.abs(exact)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyOrderAndSplitGivesTheSameBytes(long seed) {
        double[] sample = sample(seed, 2000);
        byte[] whole = LogHistogram.of(sample).encoded();

        assertThat(mergedInShuffledParts(sample, new Random(seed)).encoded()).isEqualTo(whole);
    }

    @Test
    void valuesOfAnyMagnitudeAndSignShareOneBuilder() {
        double[] sample = {1e300, -1e300, 1, -1, 1e-300, -1e-300, 0, 1, 1e300, 1e-300};
        LogHistogram added = LogHistogram.empty();
        for (double value : sample) {
            added = added.plus(LogHistogram.of(value));
        }

        assertThat(LogHistogram.of(sample)).isEqualTo(added);
    }

    @Test
    void addingManyTimesIsAddingOneByOne() {
        LogHistogramBuilder builder = new LogHistogramBuilder();
        builder.add(7, 3);
        builder.add(9, 0);

        assertThat(builder.build()).isEqualTo(LogHistogram.of(7, 7, 7));
    }

    @Test
    void clearedBuilderStartsAnew() {
        LogHistogramBuilder builder = new LogHistogramBuilder();
        builder.add(7);
        builder.add(LogHistogram.of(8));
        builder.clear();
        builder.add(9);

        assertThat(builder.encoded()).isEqualTo(LogHistogram.of(9).encoded());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bytesGiveTheHistogramBack(long seed) {
        LogHistogram histogram = LogHistogram.of(sample(seed, 2000));

        assertThat(LogHistogram.decoded(histogram.encoded())).isEqualTo(histogram);
    }

    @Test
    void largeCountsSurviveTheBytes() {
        LogHistogramBuilder builder = new LogHistogramBuilder();
        builder.add(1.5, Long.MAX_VALUE);

        assertThat(LogHistogram.decoded(builder.encoded()).count()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void hourOfMinutesTakesLittleRoom() {
        double[] hour = new double[60];
        Arrays.setAll(hour, minute -> 100 + minute);

        assertThat(LogHistogram.of(hour).encoded()).hasSizeLessThan(60);
    }

    @Test
    void emptyHistogramMergesAndHasNoQuantile() {
        LogHistogram empty = LogHistogram.decoded(LogHistogram.empty().encoded());

        assertThat(empty.count()).isZero();
        assertThat(empty.plus(LogHistogram.of(3))).isEqualTo(LogHistogram.of(3));
        assertThatThrownBy(() -> empty.quantile(0.5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no value was added, so there is no quantile");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void valueThatIsNotFiniteIsRefused(double value) {
        assertThatThrownBy(() -> LogHistogram.of(value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(value + " is not a finite value");
    }

    @Test
    void quantileOutsideItsDomainIsRefused() {
        assertThatThrownBy(() -> LogHistogram.of(1).quantile(95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantile 95.0 lies outside [0,1]");
    }

    @Test
    void cutBytesAreRefused() {
        byte[] bytes = LogHistogram.of(1, 2).encoded();

        assertThatThrownBy(() -> LogHistogram.decoded(Arrays.copyOf(bytes, bytes.length - 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not the bytes of a histogram: " + (bytes.length - 1) + " bytes");
    }

    private static LogHistogram mergedInShuffledParts(double[] sample, Random random) {
        List<Double> values = new ArrayList<>();
        for (double value : sample) {
            values.add(value);
        }
        Collections.shuffle(values, random);
        LogHistogram merged = LogHistogram.empty();
        while (!values.isEmpty()) {
            List<Double> part = values.subList(0, Math.min(values.size(), 1 + random.nextInt(700)));
            merged = LogHistogram.of(
                            part.stream().mapToDouble(Double::doubleValue).toArray())
                    .plus(merged);
            part.clear();
        }
        return merged;
    }

    /** Values over twelve powers of ten, of both signs, with zeros. */
    private static double[] sample(long seed, int size) {
        Random random = new Random(seed);
        double[] sample = new double[size];
        Arrays.setAll(sample, i -> i % 50 == 0 ? 0 : random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6));
        return sample;
    }
}
