package io.plimsoll.statistics.timeline;

import java.util.Optional;

/**
 * A change of state as a tool reported it.
 *
 * @param at epoch second from which the state holds
 * @param state the state from then on
 * @param previousState the state that the tool says held until then; empty when it does not say
 */
public record StateEvent(long at, IndicatorState state, Optional<IndicatorState> previousState) {
    /** An event whose tool does not say what held before. */
    public static StateEvent of(long at, IndicatorState state) {
        return new StateEvent(at, state, Optional.empty());
    }

    /** An event whose tool says what held before. */
    public static StateEvent of(long at, IndicatorState state, IndicatorState previousState) {
        return new StateEvent(at, state, Optional.of(previousState));
    }
}
