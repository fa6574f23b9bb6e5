package io.plimsoll.statistics.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.timeline.ExclusionPlan;
import io.plimsoll.statistics.timeline.ExclusionPolicy;
import io.plimsoll.statistics.timeline.ExclusionWindow;
import io.plimsoll.statistics.timeline.IndicatorState;
import io.plimsoll.statistics.timeline.StateEvent;
import io.plimsoll.statistics.timeline.StateHistory;
import io.plimsoll.statistics.timeline.StateTimeline;
import io.plimsoll.statistics.timeline.Timeline;
import io.plimsoll.statistics.timeline.Treatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The cases of Icinga's own SLA test: slo/icingadb_sla_vectors.json (Icinga/icingadb tests/sql/sla_test.go TestSla). */
class IcingaSlaVectorsTest {
    private static final String VECTORS = "slo/icingadb_sla_vectors.json";
    private static final int UNKNOWN = 99;
    private static final int CRITICAL = 2;

    @TestFactory
    Stream<DynamicTest> everyCaseGivesThePublishedPercentage() throws IOException {
        return ReferenceFolder.each(
                VECTORS,
                () -> elements(vectors().get("cases"))
                        .map(example -> dynamicTest(
                                example.get("name").asText(),
                                () -> assertThat(okPercent(example))
                                        .isEqualByComparingTo(example.get("expected_ok_percent")
                                                .decimalValue()))));
    }

    @TestFactory
    Stream<DynamicTest> everyErrorCaseIsAnError() throws IOException {
        return ReferenceFolder.each(
                VECTORS,
                () -> elements(vectors().get("error_cases")).map(example -> {
                    long start = example.get("start").asLong();
                    long end = example.get("end").asLong();
                    return dynamicTest(
                            example.get("name").asText(),
                            () -> assertThatIllegalArgumentException()
                                    .isThrownBy(() -> StateHistory.of(List.of()).within(start, end))
                                    .withMessage("interval must end after it starts: [" + start + ", " + end + ")"));
                }));
    }

    private static BigDecimal okPercent(JsonNode example) {
        long start = example.get("start").asLong();
        long end = example.get("end").asLong();
        Timeline scope = Timeline.of(start, end);
        StateTimeline states = StateHistory.of(events(example)).within(start, end);
        ExclusionPlan plan = ExclusionPlan.of(
                scope,
                downtimes(example),
                Map.of("downtime", ExclusionPolicy.of(Treatment.COUNT_GOOD)),
                ZoneId.of("UTC"));
        Attainment attainment = StateAttainment.of(states.observation(), scope, plan.countedGood());
        return attainment.attained().orElseThrow().times(Ratio.of(100, 1)).toBigDecimal(4);
    }

    private static List<StateEvent> events(JsonNode example) {
        List<StateEvent> events = new ArrayList<>(ofType(example, "state")
                .map(event -> StateEvent.of(
                        event.get("time").asLong(),
                        state(event.get("hard_state").asInt()),
                        state(event.get("previous_hard_state").asInt())))
                .toList());
        // A current state that no change leads to has held since before the records began.
        if (events.isEmpty()) {
            ofType(example, "current_state")
                    .map(current -> StateEvent.of(0, state(current.get("state").asInt())))
                    .forEach(events::add);
        }
        return events;
    }

    private static List<ExclusionWindow> downtimes(JsonNode example) {
        return ofType(example, "downtime")
                .map(downtime -> new ExclusionWindow(
                        downtime.toString(),
                        downtime.get("start").asLong(),
                        downtime.get("end").asLong(),
                        "downtime",
                        OptionalLong.of(0)))
                .toList();
    }

    private static IndicatorState state(int hardState) {
        if (hardState == UNKNOWN) {
            return IndicatorState.UNKNOWN;
        }
        return hardState >= CRITICAL ? IndicatorState.PROBLEM : IndicatorState.OK;
    }

    private static Stream<JsonNode> ofType(JsonNode example, String type) {
        return elements(example.get("events"))
                .filter(event -> event.get("type").asText().equals(type));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode vectors() throws IOException {
        return ReferenceFolder.json(VECTORS);
    }
}
