package io.plimsoll.statistics.attainment;

import static io.plimsoll.statistics.attainment.SlaExample.cell;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.timeline.ExclusionPlan;
import io.plimsoll.statistics.timeline.ExclusionPolicy;
import io.plimsoll.statistics.timeline.Observation;
import io.plimsoll.statistics.timeline.Period;
import io.plimsoll.statistics.timeline.StateEvent;
import io.plimsoll.statistics.timeline.StateHistory;
import io.plimsoll.statistics.timeline.Timeline;
import io.plimsoll.statistics.timeline.Treatment;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every row of {@code sla-example/expected.csv}: all figures to the last bit of their doubles. */
class SlaExampleTest {
    private static final String EXAMPLE = "sla-example";

    @TestFactory
    Stream<DynamicTest> everyPeriodGivesThePublishedFigures() throws IOException {
        return ReferenceFolder.each(EXAMPLE, () -> {
            Path folder = ReferenceFolder.path(EXAMPLE);
            SlaExample example = SlaExample.read(folder.resolve("workspace"));
            return SlaExample.rows(folder.resolve("expected.csv")).stream()
                    .map(row -> DynamicTest.dynamicTest(
                            cell(row, "agreement_id") + " " + cell(row, "period_start"),
                            () -> assertThat(figures(example, row)).isEqualTo(published(row))));
        });
    }

    private record Figures(
            String status,
            double attainedNet,
            double attainedGross,
            double good,
            double total,
            long excludedSeconds,
            long unknownSeconds,
            double coverage) {}

    private static Figures published(Map<String, String> row) {
        return new Figures(
                cell(row, "status"),
                Double.parseDouble(cell(row, "attained_net")),
                Double.parseDouble(cell(row, "attained_gross")),
                Double.parseDouble(cell(row, "good")),
                Double.parseDouble(cell(row, "total")),
                Long.parseLong(cell(row, "excluded_seconds")),
                Long.parseLong(cell(row, "unknown_seconds")),
                Double.parseDouble(cell(row, "coverage_ratio")));
    }

    private static Figures figures(SlaExample example, Map<String, String> row) {
        JsonNode agreement =
                example.document("Agreement", cell(row, "agreement_id")).get("spec");
        JsonNode slo = example.document("SLO", cell(row, "objective_id")).get("spec");
        String sli = slo.get("indicatorRef").asText();
        ZoneId zone = ZoneId.of(agreement.at("/period/zone").asText());
        Period period =
                Period.of(LocalDate.parse(cell(row, "period_start")), LocalDate.parse(cell(row, "period_end")), zone);
        Timeline scope = scope(example, agreement, period, zone);
        ExclusionPlan plan = ExclusionPlan.of(
                scope, example.windows(agreement.get("service").asText(), sli), policies(agreement), zone);
        Sides sides = example.states(sli).isEmpty()
                ? ofSlots(example, agreement, slo, scope, plan)
                : ofStates(example.states(sli), period, scope, plan);
        return figures(
                sides,
                plan,
                new BigDecimal(cell(row, "target")),
                agreement.get("minimumCoverage").decimalValue());
    }

    /** The two sides of a figure, and what of the scope was not watched. */
    private record Sides(Attainment net, Attainment gross, long unknownSeconds) {}

    private static Sides ofStates(List<StateEvent> events, Period period, Timeline scope, ExclusionPlan plan) {
        Observation seen =
                StateHistory.of(events).within(period.from(), period.to()).observation();
        return new Sides(
                StateAttainment.of(seen, scope.subtract(plan.removed()), plan.countedGood()),
                StateAttainment.of(seen, scope, Timeline.empty()),
                scope.subtract(seen.known()).seconds());
    }

    private static Sides ofSlots(
            SlaExample example, JsonNode agreement, JsonNode slo, Timeline scope, ExclusionPlan plan) {
        String sli = slo.get("indicatorRef").asText();
        JsonNode annotations = example.document("SLI", sli).at("/metadata/annotations");
        JsonNode objective = slo.at("/objectives/0");
        SlotSeries slots = example.slots(
                sli,
                annotations.get("plimsoll/resolutionSeconds").asLong(),
                objective.path("value").asDouble());
        AttainmentRule rule = rule(slo, objective, agreement);
        return new Sides(
                TimesliceAttainment.of(slots, scope.subtract(plan.removed()), plan.countedGood(), rule),
                TimesliceAttainment.of(slots, scope, Timeline.empty(), rule),
                0);
    }

    private static Figures figures(Sides sides, ExclusionPlan plan, BigDecimal target, BigDecimal minimumCoverage) {
        Attainment net = sides.net();
        return new Figures(
                Verdict.of(net, target, minimumCoverage).name(),
                net.attained().orElseThrow().doubleValue(),
                sides.gross().attained().orElseThrow().doubleValue(),
                net.good().exact().doubleValue(),
                net.total().doubleValue(),
                plan.excludedSeconds(),
                sides.unknownSeconds(),
                net.coverage().orElseThrow().doubleValue());
    }

    private static Timeline scope(SlaExample example, JsonNode agreement, Period period, ZoneId zone) {
        Timeline scope = period.timeline();
        if (agreement.has("effectiveFrom")) {
            LocalDate from = LocalDate.parse(agreement.get("effectiveFrom").asText());
            scope = scope.intersect(Timeline.of(from.atStartOfDay(zone).toEpochSecond(), Long.MAX_VALUE));
        }
        if (agreement.has("serviceHours")) {
            scope = scope.intersect(
                    example.hours(agreement.get("serviceHours").asText()).open(period.from(), period.to()));
        }
        return scope;
    }

    private static Map<String, ExclusionPolicy> policies(JsonNode agreement) {
        Map<String, ExclusionPolicy> policies = new HashMap<>();
        agreement.get("exclusions").properties().forEach(entry -> {
            JsonNode spec = entry.getValue();
            ExclusionPolicy policy = ExclusionPolicy.of(
                    Treatment.valueOf(spec.get("treatment").asText().toUpperCase(Locale.ROOT)));
            if (spec.has("noticeHours")) {
                policy = policy.withNotice(spec.get("noticeHours").asLong() * 3600);
            }
            if (spec.has("monthlyCapMinutes")) {
                policy = policy.withMonthlyCap(spec.get("monthlyCapMinutes").asLong() * 60);
            }
            policies.put(entry.getKey(), policy);
        });
        return policies;
    }

    private static AttainmentRule rule(JsonNode slo, JsonNode objective, JsonNode agreement) {
        MissingData missing =
                MissingData.valueOf(agreement.get("missingData").asText().toUpperCase(Locale.ROOT));
        long slice = Duration.parse("PT" + objective.path("timeSliceWindow").asText("1s"))
                .toSeconds();
        return switch (slo.get("budgetingMethod").asText()) {
            case "Timeslices" ->
                AttainmentRule.timeslices(
                        slice, objective.get("timeSliceTarget").decimalValue(), missing);
            case "RatioTimeslices" -> AttainmentRule.ratioTimeslices(slice, missing);
            default -> AttainmentRule.occurrences();
        };
    }
}
