package io.plimsoll.statistics.timeline;

import static io.plimsoll.statistics.timeline.IndicatorState.OK;
import static io.plimsoll.statistics.timeline.IndicatorState.PROBLEM;
import static io.plimsoll.statistics.timeline.IndicatorState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StateHistoryTest {
    @Test
    void aStateHoldsFromItsEventToTheNext() {
        StateHistory history = StateHistory.of(List.of(StateEvent.of(100, PROBLEM), StateEvent.of(130, OK)));

        assertThat(history.intervals(0))
                .containsExactly(
                        new StateInterval(OK, 0, 100),
                        new StateInterval(PROBLEM, 100, 130),
                        new StateInterval(OK, 130, Long.MAX_VALUE));
    }

    @Test
    void withoutAnOriginTheFirstStateHoldsSinceEver() {
        StateHistory history = StateHistory.of(List.of(StateEvent.of(100, OK, PROBLEM)));

        assertThat(history.intervals())
                .containsExactly(
                        new StateInterval(PROBLEM, Long.MIN_VALUE, 100), new StateInterval(OK, 100, Long.MAX_VALUE));
        assertThat(history.initialState()).isEqualTo(InitialState.PREVIOUS_STATE);
    }

    @Test
    void withoutAnyEvidenceOkIsAssumedAndSaysSo() {
        StateTimeline window = StateHistory.of(List.of()).within(0, 100);

        assertThat(window.initialState()).isEqualTo(InitialState.ASSUMED);
        assertThat(window.intervals()).containsExactly(new StateInterval(OK, 0, 100));
    }

    @Test
    void theLastEventBeforeTheStartSaysWhatHeldThere() {
        StateHistory history = StateHistory.of(List.of(StateEvent.of(10, PROBLEM), StateEvent.of(60, OK, OK)));

        StateTimeline window = history.within(50, 100);

        assertThat(window.initialState()).isEqualTo(InitialState.EVENT);
        assertThat(window.in(PROBLEM)).isEqualTo(Timeline.of(50, 60));
    }

    @Test
    void anEventAtTheStartSaysWhatHoldsThere() {
        StateTimeline window =
                StateHistory.of(List.of(StateEvent.of(50, OK, PROBLEM))).within(50, 100);

        assertThat(window.initialState()).isEqualTo(InitialState.EVENT);
        assertThat(window.in(OK)).isEqualTo(Timeline.of(50, 100));
    }

    @Test
    void withoutAnEventBeforeTheFirstInsideSaysWhatHeldBeforeIt() {
        StateTimeline window =
                StateHistory.of(List.of(StateEvent.of(60, OK, PROBLEM))).within(50, 100);

        assertThat(window.initialState()).isEqualTo(InitialState.PREVIOUS_STATE);
        assertThat(window.in(PROBLEM)).isEqualTo(Timeline.of(50, 60));
    }

    @Test
    void anEventInsideThatDoesNotSayWhatHeldBeforeLeavesOkAssumed() {
        StateTimeline window =
                StateHistory.of(List.of(StateEvent.of(60, PROBLEM))).within(50, 100);

        assertThat(window.initialState()).isEqualTo(InitialState.ASSUMED);
        assertThat(window.in(OK)).isEqualTo(Timeline.of(50, 60));
    }

    @Test
    void anEventAfterTheWindowDoesNotSayWhatHeldInIt() {
        StateTimeline window =
                StateHistory.of(List.of(StateEvent.of(100, OK, PROBLEM))).within(50, 100);

        assertThat(window.initialState()).isEqualTo(InitialState.ASSUMED);
        assertThat(window.in(OK)).isEqualTo(Timeline.of(50, 100));
    }

    @Test
    void anEventAfterUnwatchedTimeMakesTheTimeSinceTheLastEventUnknown() {
        StateHistory history = StateHistory.of(List.of(StateEvent.of(0, PROBLEM), StateEvent.of(60, OK, UNKNOWN)));

        assertThat(history.within(0, 100).intervals())
                .containsExactly(new StateInterval(UNKNOWN, 0, 60), new StateInterval(OK, 60, 100));
        assertThat(history.within(10, 40).in(UNKNOWN)).isEqualTo(Timeline.of(10, 40));
    }

    @Test
    void anyOtherContradictionLeavesTheStateLastSeen() {
        StateHistory history = StateHistory.of(List.of(StateEvent.of(0, PROBLEM), StateEvent.of(60, PROBLEM, OK)));

        assertThat(history.within(0, 100).in(PROBLEM)).isEqualTo(Timeline.of(0, 100));
    }

    @Test
    void ofSeveralEventsAtOneSecondTheLastGivenCounts() {
        StateHistory history = StateHistory.of(
                List.of(StateEvent.of(60, PROBLEM, UNKNOWN), StateEvent.of(60, OK, PROBLEM), StateEvent.of(0, OK)));

        assertThat(history.within(0, 100).intervals()).containsExactly(new StateInterval(OK, 0, 100));
    }

    @Test
    void theWindowIsCoveredWithoutAHoleWhateverTheOrderOfEvents() {
        Random random = new Random(7);
        IndicatorState[] states = IndicatorState.values();
        for (int i = 0; i < 1_000; i++) {
            List<StateEvent> events = new ArrayList<>(IntStream.range(0, random.nextInt(8))
                    .mapToObj(n -> StateEvent.of(
                            10L * n + random.nextInt(10), states[random.nextInt(3)], states[random.nextInt(3)]))
                    .toList());
            StateTimeline window = StateHistory.of(events).within(5, 65);
            Collections.shuffle(events, random);

            assertThat(StateHistory.of(events).within(5, 65)).isEqualTo(window);
            assertThat(window.in(OK).seconds()
                            + window.in(PROBLEM).seconds()
                            + window.in(UNKNOWN).seconds())
                    .isEqualTo(60);
            assertThat(window.observation().known())
                    .isEqualTo(Timeline.of(5, 65).subtract(window.in(UNKNOWN)));
        }
    }

    @Test
    void aWindowWithoutLengthIsAnError() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StateHistory.of(List.of()).within(1000, 1000))
                .withMessage("interval must end after it starts: [1000, 1000)");
    }
}
