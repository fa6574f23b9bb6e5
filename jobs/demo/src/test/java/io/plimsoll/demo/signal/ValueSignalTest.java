package io.plimsoll.demo.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.company.Load;
import io.plimsoll.demo.company.Rhythm;
import io.plimsoll.demo.company.Zones;
import io.plimsoll.demo.history.Noise;
import io.plimsoll.demo.history.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One slot of a quarter of an hour in which half of the answers are slow for a while. */
class ValueSignalTest {

    private static final long QUARTER_HOUR = 900;

    @Test
    void aFaultThatSlowsMoreThanATwentiethOfTheAnswersShowsInThe95thPercentile() {
        assertThat(slowFor(91)).isGreaterThan(undisturbed());
    }

    @Test
    void aFaultThatSlowsATwentiethOfTheAnswersDoesNot() {
        assertThat(slowFor(90)).isEqualTo(undisturbed());
    }

    private static long slowFor(long seconds) {
        Span span = Span.of(Instant.ofEpochSecond(100), Duration.ofSeconds(seconds));
        return signal(List.of(new Fault("i", span, 0.5))).tenthsAt(0);
    }

    private static long undisturbed() {
        return signal(List.of()).tenthsAt(0);
    }

    private static ValueSignal signal(List<Fault> faults) {
        return new ValueSignal(Load.millis(200, Rhythm.STEADY), QUARTER_HOUR, Zones.LONDON, new Noise(1), faults);
    }
}
