package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CyclesTest {

    private final Cycles cycles = new Cycles();

    @Test
    void twoWaysToTheSameEndAreNoCycle() {
        cycles.add("a", List.of("b", "c"));
        cycles.add("b", List.of("d"));
        cycles.add("c", List.of("d"));

        assertThat(cycles.closing()).isEmpty();
    }

    @Test
    void theLinkThatClosesACycleIsFoundWithTheCycleOnly() {
        cycles.add("start", List.of("a"));
        cycles.add("a", List.of("b"));
        cycles.add("b", List.of("a"));

        assertThat(cycles.closing()).containsExactly(new Cycles.Closing("b", "a", "a -> b -> a"));
    }

    @Test
    void everyCycleIsFound() {
        cycles.add("a", List.of("a", "b"));
        cycles.add("b", List.of("c"));
        cycles.add("c", List.of("b"));

        assertThat(cycles.closing())
                .containsExactly(new Cycles.Closing("a", "a", "a -> a"), new Cycles.Closing("c", "b", "b -> c -> b"));
    }
}
