package io.plimsoll.statistics.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.interval.Change.Movement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChangeTest {

    /** Newcombe 1998, Statistics in Medicine 17, 873-890, table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80, 0.0524, 0.3339",
        "9, 10, 3, 10, 0.1705, 0.8090",
        "5, 56, 0, 29, -0.0381, 0.1926",
        "0, 10, 0, 10, -0.2775, 0.2775",
        "10, 10, 0, 20, 0.6791, 1.0000"
    })
    void theChangeOfAShareIsNewcombes(
            long laterHits, long later, long earlierHits, long earlier, double low, double high) {
        ConfidenceInterval ends = change(new Proportion(earlierHits, earlier), new Proportion(laterHits, later))
                .interval();

        assertThat(ends.low()).isCloseTo(low, within(5e-5));
        assertThat(ends.high()).isCloseTo(high, within(5e-5));
    }

    @Test
    void itMovedWhenTheIntervalExcludesNothingHappened() {
        Proportion few = new Proportion(3, 10);
        Proportion many = new Proportion(9, 10);

        assertThat(change(few, many).movement()).isEqualTo(Movement.UP);
        assertThat(change(many, few).movement()).isEqualTo(Movement.DOWN);
        assertThat(change(few, new Proportion(5, 10)).movement()).isEqualTo(Movement.WITHIN_CHANCE);
    }

    /** The same shares of half as many trials: what was told from noise may no longer be, never the other way round. */
    @Test
    void halfTheDataWidensTheInterval() {
        for (long hits = 0; hits <= 10; hits++) {
            Change whole = change(new Proportion(6, 20), new Proportion(2 * hits, 20));
            Change half = change(new Proportion(3, 10), new Proportion(hits, 10));

            assertThat(half.interval().width()).isGreaterThan(whole.interval().width());
            assertThat(half.movement()).isIn(whole.movement(), Movement.WITHIN_CHANCE);
        }
    }

    @Test
    void aFigureOutsideItsIntervalIsNamed() {
        ConfidenceInterval ends = new ConfidenceInterval(0.2, 0.3);

        assertThatThrownBy(() -> Change.of(0.1, ends, 0.25, ends))
                .hasMessage("figure 0.1 is outside its interval from 0.2 to 0.3");
    }

    private static Change change(Proportion earlier, Proportion later) {
        return Change.of(
                earlier.share().orElseThrow(),
                earlier.wilson(Confidence.DEFAULT),
                later.share().orElseThrow(),
                later.wilson(Confidence.DEFAULT));
    }
}
