package io.plimsoll.demo.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.demo.history.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class StateSignalTest {

    @Test
    void overlappingFaultsAreOneProblem() {
        StateSignal signal = new StateSignal(List.of(span(10, 30), span(20, 40)), List.of());
        assertThat(signal.changes())
                .containsExactly(
                        new StateChange(Instant.ofEpochSecond(10), "PROBLEM", "OK"),
                        new StateChange(Instant.ofEpochSecond(40), "OK", "PROBLEM"));
    }

    @Test
    void nobodyKnowsAFaultThatNobodyWatched() {
        StateSignal signal = new StateSignal(List.of(span(10, 30)), List.of(span(20, 40)));
        assertThat(signal.changes())
                .containsExactly(
                        new StateChange(Instant.ofEpochSecond(10), "PROBLEM", "OK"),
                        new StateChange(Instant.ofEpochSecond(20), "UNKNOWN", "PROBLEM"),
                        new StateChange(Instant.ofEpochSecond(40), "OK", "UNKNOWN"));
    }

    private static Span span(long from, long to) {
        return new Span(Instant.ofEpochSecond(from), Instant.ofEpochSecond(to));
    }
}
