package io.plimsoll.demo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class NoiseTest {

    private final Noise noise = new Noise(7);

    @Test
    void theSameStreamAndIndexDrawTheSameNumber() {
        assertThat(noise.stream("a").uniform(5))
                .isEqualTo(new Noise(7).stream("a").uniform(5));
    }

    @Test
    void anotherStreamDrawsAnotherNumber() {
        assertThat(noise.stream("a").uniform(5)).isNotEqualTo(noise.stream("b").uniform(5));
    }

    @Test
    void anotherSeedDrawsAnotherNumber() {
        assertThat(noise.uniform(5)).isNotEqualTo(new Noise(8).uniform(5));
    }

    @Test
    void uniformDrawsAverageOneHalf() {
        double mean = LongStream.range(0, 100_000)
                .mapToDouble(noise::uniform)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.5, within(0.005));
    }

    @Test
    void normalDrawsHaveVarianceOne() {
        double squares = LongStream.range(0, 100_000)
                .mapToDouble(noise::normal)
                .map(z -> z * z)
                .average()
                .orElseThrow();
        assertThat(squares).isCloseTo(1.0, within(0.02));
    }
}
