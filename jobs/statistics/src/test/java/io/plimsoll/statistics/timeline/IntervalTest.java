package io.plimsoll.statistics.timeline;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void anIntervalWithoutLengthIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Interval(1000, 1000))
                .withMessage("interval must end after it starts: [1000, 1000)");
    }

    @Test
    void anIntervalThatEndsBeforeItStartsIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timeline.of(2000, 1000))
                .withMessage("interval must end after it starts: [2000, 1000)");
    }
}
