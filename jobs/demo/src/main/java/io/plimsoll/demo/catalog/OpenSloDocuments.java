package io.plimsoll.demo.catalog;

import io.plimsoll.demo.company.Company;
import io.plimsoll.demo.company.Indicator;
import io.plimsoll.demo.company.Measure;
import io.plimsoll.demo.company.Objective;
import io.plimsoll.demo.company.Objective.Goal;
import io.plimsoll.demo.company.Objective.Method;
import io.plimsoll.demo.company.Objective.Window;
import io.plimsoll.demo.company.Ordered;
import io.plimsoll.demo.company.Service;
import io.plimsoll.demo.company.Tools;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenSLO v1 side of the catalogue. */
final class OpenSloDocuments {

    private static final DateTimeFormatter START = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private final Company company;

    OpenSloDocuments(Company company) {
        this.company = company;
    }

    Document service(Service service) {
        return Document.openSlo(
                "Service",
                Ordered.map("name", service.name()).and("displayName", service.title()),
                Ordered.map("description", service.title() + " of the " + service.team() + " team"));
    }

    Document indicator(Indicator indicator) {
        return Document.openSlo("SLI", metadata(indicator), spec(indicator));
    }

    private static Ordered metadata(Indicator indicator) {
        return Ordered.map("name", indicator.name())
                .and(
                        "annotations",
                        Ordered.map("plimsoll/measure", indicator.measure().word())
                                .and(
                                        "plimsoll/resolutionSeconds",
                                        String.valueOf(indicator.record().slotSeconds()))
                                .and("plimsoll/outcome", indicator.outcome() ? "outcome" : "technical")
                                .and("plimsoll/synthetic", String.valueOf(indicator.synthetic()))
                                .and("plimsoll/tool", indicator.record().tool())
                                .build());
    }

    private static Ordered spec(Indicator indicator) {
        Ordered spec = Ordered.map("description", indicator.description());
        if (indicator.measure() == Measure.COUNTS) {
            return spec.and(
                    "ratioMetric",
                    Ordered.map("counter", false)
                            .and("good", source(indicator, "good"))
                            .and("total", source(indicator, "total"))
                            .build());
        }
        return spec.and("thresholdMetric", source(indicator, "value"));
    }

    private static Map<String, Object> source(Indicator indicator, String count) {
        String tool = indicator.record().tool();
        Ordered query = tool.equals(Tools.PROMETHEUS)
                ? Ordered.map("query", "sli:events{sli=\"" + indicator.name() + "\",count=\"" + count + "\"}")
                : Ordered.map("sli", indicator.name());
        return Ordered.map(
                        "metricSource",
                        Ordered.map("type", tool).and("spec", query.build()).build())
                .build();
    }

    Document objective(Objective objective) {
        Indicator indicator = company.indicator(objective.indicator());
        Ordered spec = Ordered.map("description", indicator.description()).and("service", objective.service());
        if (objective.inline()) {
            spec.and(
                    "indicator",
                    Ordered.map("metadata", metadata(indicator).build())
                            .and("spec", spec(indicator).build())
                            .build());
        } else {
            spec.and("indicatorRef", indicator.name());
        }
        spec.and("timeWindow", List.of(window(objective.window())))
                .and("budgetingMethod", objective.method().word())
                .and(
                        "objectives",
                        objective.goals().stream()
                                .map(goal -> goal(objective.method(), goal))
                                .toList())
                .and(
                        "alertPolicies",
                        objective.alertPolicies().stream()
                                .map(policy ->
                                        Ordered.map("alertPolicyRef", policy).build())
                                .toList());
        return Document.openSlo("SLO", Ordered.map("name", objective.name()), spec);
    }

    private static Map<String, Object> window(Window window) {
        Ordered fields = Ordered.map("duration", window.duration()).and("isRolling", window.zone() == null);
        if (window.zone() != null) {
            fields.and(
                    "calendar",
                    Ordered.map(
                                    "startTime",
                                    LocalDate.of(2025, 1, 1).atStartOfDay().format(START))
                            .and("timeZone", window.zone())
                            .build());
        }
        return fields.build();
    }

    private static Map<String, Object> goal(Method method, Goal goal) {
        Ordered fields = Ordered.map("displayName", goal.displayName());
        if (goal.atMost() != null) {
            fields.and("op", "lte").and("value", goal.atMost());
        }
        fields.and("target", goal.target());
        if (method != Method.OCCURRENCES) {
            fields.and("timeSliceTarget", goal.sliceTarget()).and("timeSliceWindow", goal.sliceMinutes() + "m");
        }
        return fields.build();
    }

    List<Document> alerting() {
        return List.of(
                condition("fast-burn-condition", "page", "14.4", "1h", "2m"),
                condition("slow-burn-condition", "ticket", "3", "1d", "1h"),
                policy("fast-burn", "fast-burn-condition", "on-call", "FREEZE", "0", "No release but repairs"),
                policy(
                        "slow-burn",
                        "slow-burn-condition",
                        "service-desk",
                        "CAUTION",
                        "0.25",
                        "Repairs before features"),
                target("on-call", "pager"),
                target("service-desk", "ticket"));
    }

    private static Document condition(
            String name, String severity, String threshold, String lookback, String alertAfter) {
        return Document.openSlo(
                "AlertCondition",
                Ordered.map("name", name),
                Ordered.map("severity", severity)
                        .and(
                                "condition",
                                Ordered.map("kind", "burnrate")
                                        .and("op", "gte")
                                        .and("threshold", new BigDecimal(threshold))
                                        .and("lookbackWindow", lookback)
                                        .and("alertAfter", alertAfter)
                                        .build()));
    }

    private static Document policy(
            String name, String condition, String target, String state, String remainingBelow, String action) {
        return Document.openSlo(
                "AlertPolicy",
                Ordered.map("name", name)
                        .and(
                                "annotations",
                                Ordered.map("plimsoll/policyState", state)
                                        .and("plimsoll/remainingBelow", remainingBelow)
                                        .and("plimsoll/action", action)
                                        .build()),
                Ordered.map("alertWhenBreaching", true)
                        .and(
                                "conditions",
                                List.of(Ordered.map("conditionRef", condition).build()))
                        .and(
                                "notificationTargets",
                                List.of(Ordered.map("targetRef", target).build())));
    }

    private static Document target(String name, String channel) {
        return Document.openSlo("AlertNotificationTarget", Ordered.map("name", name), Ordered.map("target", channel));
    }
}
