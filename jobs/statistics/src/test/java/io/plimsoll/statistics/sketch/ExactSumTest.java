package io.plimsoll.statistics.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactSumTest {

    @Test
    void smallValuesBesideLargeOnesAreKept() {
        assertThat(sum(List.of(1e100, 1.0, -1e100)).value()).isEqualTo(1.0);
    }

    @Test
    void tenTenthsAreOne() {
        assertThat(sum(Collections.nCopies(10, 0.1)).value()).isEqualTo(1.0);
    }

    @Test
    void restBeyondTheHalfRoundsUp() {
        // 1 + 2^-53 is half way to the next double and goes to even; the rest beyond it decides.
        assertThat(sum(List.of(1.0, 0x1p-53, 0x1p-106)).value()).isEqualTo(Math.nextUp(1.0));
        assertThat(sum(List.of(1.0, 0x1p-53)).value()).isEqualTo(1.0);
    }

    @Test
    void sumOfNothingIsZero() {
        assertThat(new ExactSum().value()).isZero();
        assertThat(sum(List.of(3.0, -3.0)).encoded()).isEmpty();
    }

    @Test
    void sumBeyondTheDoubleIsInfinite() {
        assertThat(sum(List.of(Double.MAX_VALUE, Double.MAX_VALUE, 1.0)).value())
                .isInfinite();
    }

    @Test
    void smallestDoublesAreKept() {
        assertThat(sum(List.of(Double.MIN_VALUE, 3 * Double.MIN_VALUE, -Double.MIN_NORMAL))
                        .value())
                .isEqualTo(4 * Double.MIN_VALUE - Double.MIN_NORMAL);
    }

    @Test
    void millionsOfValuesOfOneMagnitudeDoNotOverflow() {
        ExactSum sum = new ExactSum();
        double value = Math.nextDown(2.0);
        for (int i = 0; i < 1 << 22; i++) {
            sum.add(value);
        }

        assertThat(sum.value()).isEqualTo(value * (1 << 22));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyOrderAndSplitGivesTheRoundedExactSum(long seed) {
        Random random = new Random(seed);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            values.add(random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20));
        }
        BigDecimal exact = values.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
        Collections.shuffle(values, random);
        ExactSum first = sum(values.subList(0, 300));
        first.addEncoded(sum(values.subList(300, 1000)).encoded());

        assertThat(first.value()).isEqualTo(exact.doubleValue());
    }

    private static ExactSum sum(List<Double> values) {
        ExactSum sum = new ExactSum();
        values.forEach(sum::add);
        return sum;
    }
}
