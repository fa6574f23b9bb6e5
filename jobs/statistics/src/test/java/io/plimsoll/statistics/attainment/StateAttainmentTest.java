package io.plimsoll.statistics.attainment;

import static io.plimsoll.statistics.timeline.IndicatorState.OK;
import static io.plimsoll.statistics.timeline.IndicatorState.PROBLEM;
import static io.plimsoll.statistics.timeline.IndicatorState.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.statistics.timeline.Interval;
import io.plimsoll.statistics.timeline.Observation;
import io.plimsoll.statistics.timeline.StateEvent;
import io.plimsoll.statistics.timeline.StateHistory;
import io.plimsoll.statistics.timeline.Timeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The cases named after Icinga's come from its own SLA test, Icinga/icingadb tests/sql/sla_test.go TestSla. */
class StateAttainmentTest {
    private static final Timeline NONE = Timeline.empty();
    private static final Timeline SCOPE = Timeline.of(1000, 2000);

    @Test
    void icingaMultipleStateChangesDecimalsFractionOneThird() {
        Observation seen = StateHistory.of(
                        List.of(StateEvent.of(1000, PROBLEM, UNKNOWN), StateEvent.of(1100, OK, PROBLEM)))
                .within(1000, 1300)
                .observation();

        assertThat(attained(seen, Timeline.of(1000, 1300), NONE)).isEqualTo(Ratio.of(2, 3));
    }

    @Test
    void icingaOverlappingDowntimesAndProblems() {
        Observation seen = seen(StateEvent.of(1200, PROBLEM, OK), StateEvent.of(1500, OK, PROBLEM));
        Timeline downtimes = Timeline.of(List.of(new Interval(1100, 1300), new Interval(1400, 1600)));

        assertThat(attained(seen, SCOPE, downtimes)).isEqualTo(Ratio.of(90, 100));
    }

    @Test
    void icingaCriticalBeforeIntervalWithOverlappingDowntimes() {
        Observation seen = seen(StateEvent.of(800, PROBLEM, UNKNOWN));
        Timeline downtimes = Timeline.of(List.of(
                new Interval(600, 1000),
                new Interval(800, 1200),
                new Interval(1000, 1400),
                new Interval(1600, 2000),
                new Interval(1800, 2200)));

        assertThat(attained(seen, SCOPE, downtimes)).isEqualTo(Ratio.of(80, 100));
    }

    @Test
    void icingaFallbackToPreviousState() {
        assertThat(attained(seen(StateEvent.of(1200, OK, PROBLEM)), SCOPE, NONE))
                .isEqualTo(Ratio.of(80, 100));
    }

    @Test
    void icingaPreferInitialStateFromBeforeOverLaterState() {
        Observation seen = seen(StateEvent.of(800, PROBLEM, UNKNOWN), StateEvent.of(1200, OK, OK));

        assertThat(attained(seen, SCOPE, NONE)).isEqualTo(Ratio.of(80, 100));
    }

    @Test
    void icingaIntermediateUnknownReducesTotalTime() {
        Observation seen = seen(
                StateEvent.of(1000, OK, PROBLEM),
                StateEvent.of(1100, PROBLEM, OK),
                StateEvent.of(1600, OK, UNKNOWN),
                StateEvent.of(1800, PROBLEM, OK));

        Attainment attainment = StateAttainment.of(seen, SCOPE, NONE);

        assertThat(attainment.attained()).contains(Ratio.of(60, 100));
        assertThat(attainment.coverage()).contains(Ratio.of(500, 1000));
    }

    // The classic case of the rules: 1000 s, 400 s of maintenance, 300 s of outage, 200 s of it in maintenance.
    private static final Timeline MAINTENANCE = Timeline.of(1100, 1500);
    private static final Observation OUTAGE =
            new Observation(SCOPE.subtract(Timeline.of(1300, 1600)), Timeline.of(1300, 1600));

    @Test
    void theClassicCaseIsFiveSixthsWhenMaintenanceIsRemoved() {
        Ratio attained = attained(OUTAGE, SCOPE.subtract(MAINTENANCE), NONE);

        assertThat(attained.times(Ratio.of(100, 1)).toBigDecimal(3)).isEqualByComparingTo("83.333");
    }

    @Test
    void theClassicCaseIsNinetyPercentWhenMaintenanceCountsAsGood() {
        assertThat(attained(OUTAGE, SCOPE, MAINTENANCE)).isEqualTo(Ratio.of(90, 100));
    }

    @Test
    void theClassicCaseIsSeventyPercentWhenMaintenanceIsMeasured() {
        assertThat(attained(OUTAGE, SCOPE, NONE)).isEqualTo(Ratio.of(70, 100));
    }

    @Test
    void timeThatCountsAsGoodDoesNotMakeUnwatchedTimeGood() {
        Observation seen = new Observation(Timeline.of(1000, 1100), NONE);

        assertThat(StateAttainment.of(seen, SCOPE, SCOPE).total()).isEqualTo(100);
    }

    private static Observation seen(StateEvent... events) {
        return StateHistory.of(List.of(events)).within(1000, 2000).observation();
    }

    private static Ratio attained(Observation seen, Timeline scope, Timeline countedGood) {
        return StateAttainment.of(seen, scope, countedGood).attained().orElseThrow();
    }
}
