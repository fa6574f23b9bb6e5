package io.plimsoll.catalog;

import io.plimsoll.config.YamlMap;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads one objective of an SLO. */
final class ObjectiveReader {

    private static final List<String> KEYS = List.of(
            "displayName",
            "op",
            "value",
            "target",
            "targetPercent",
            "timeSliceTarget",
            "timeSliceWindow",
            "indicator",
            "indicatorRef",
            "compositeWeight");
    private static final int PERCENT_DIGITS = 2;
    private static final TimeWindow UNREAD =
            new TimeWindow(new DurationShorthand(1, DurationUnit.DAY), Optional.empty());

    private final YamlMap objective;
    private final Optional<BudgetingMethod> method;

    ObjectiveReader(YamlMap objective, Optional<BudgetingMethod> method) {
        this.objective = objective;
        this.method = method;
    }

    /** Reads it. Where something is wrong, there is a problem and the result stands in for it. */
    Objective read(
            String slo,
            boolean oneOfSeveral,
            String service,
            String indicator,
            Optional<TimeWindow> window,
            List<String> policies,
            Effective effective,
            Origin origin) {
        objective.allow(KEYS);
        Optional<String> displayName = objective.text("displayName");
        if (oneOfSeveral && displayName.isEmpty()) {
            objective.problem("displayName", "is required where an SLO has several objectives: it tells them apart");
        }
        return new Objective(
                oneOfSeveral ? slo + "/" + displayName.orElse("") : slo,
                slo,
                displayName,
                service,
                indicator,
                method.orElse(BudgetingMethod.OCCURRENCES),
                target().orElse(BigDecimal.ZERO),
                sliceTarget(),
                sliceWindow(),
                objective.value("op", OpenSloForms.COMPARISON),
                objective.value("value", OpenSloForms.DECIMAL),
                window.orElse(UNREAD),
                objective.value("compositeWeight", OpenSloForms.WEIGHT),
                policies,
                effective,
                origin);
    }

    private Optional<BigDecimal> target() {
        if (objective.has("target") == objective.has("targetPercent")) {
            objective
                    .self()
                    .problem(
                            objective.has("target")
                                    ? "target and targetPercent exclude each other; keep one"
                                    : "one of target and targetPercent is required");
            return Optional.empty();
        }
        return objective
                .value("target", OpenSloForms.TARGET)
                .or(() -> objective
                        .value("targetPercent", OpenSloForms.TARGET_PERCENT)
                        .map(percent -> percent.movePointLeft(PERCENT_DIGITS)));
    }

    private Optional<BigDecimal> sliceTarget() {
        if (!is(BudgetingMethod.TIMESLICES)) {
            return Optional.empty();
        }
        return objective.required("timeSliceTarget", OpenSloForms.SLICE_TARGET);
    }

    private Optional<Duration> sliceWindow() {
        if (!is(BudgetingMethod.TIMESLICES) && !is(BudgetingMethod.RATIO_TIMESLICES)) {
            return Optional.empty();
        }
        Optional<DurationShorthand> window = objective.required("timeSliceWindow", DurationShorthand.FORM);
        window.filter(length -> length.fixed().isEmpty())
                .ifPresent(length -> objective.problem(
                        "timeSliceWindow",
                        "'" + length
                                + "' has no fixed length; slices are aligned to the epoch, so write m, h, d or w"));
        return window.flatMap(DurationShorthand::fixed);
    }

    private boolean is(BudgetingMethod asked) {
        return method.filter(asked::equals).isPresent();
    }

    /** Checks {@code op} and {@code value} against the metric of an indicator that stands inline. */
    void checkThreshold(Optional<Metric> inline) {
        if (inline.isEmpty()) {
            return;
        }
        for (String key : List.of("op", "value")) {
            if (inline.get() == Metric.RATIO && objective.has(key)) {
                objective.problem(key, "is forbidden with a ratioMetric; it belongs to a thresholdMetric");
            } else if (inline.get() == Metric.THRESHOLD && !objective.has(key)) {
                objective.problem(key, "is required with a thresholdMetric");
            }
        }
    }
}
