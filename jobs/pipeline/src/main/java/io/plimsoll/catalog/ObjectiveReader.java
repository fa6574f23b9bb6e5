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
    private static final Duration LONGEST_SLICE = Duration.ofDays(1);
    private static final TimeWindow UNREAD =
            new TimeWindow(new DurationShorthand(1, DurationUnit.DAY), Optional.empty());

    /**
     * What an objective takes from its SLO.
     *
     * @param method empty when it is wrong, which is a problem then
     * @param window empty when it is wrong, which is a problem then
     * @param composite what its objectives make up; empty when they share one indicator
     */
    record Frame(
            String slo,
            String service,
            Optional<BudgetingMethod> method,
            Optional<TimeWindow> window,
            Optional<Objective.Composite> composite,
            Effective effective,
            Origin origin) {}

    private final Frame frame;
    private final boolean severalObjectives;
    private final Optional<Metric> inlineMetric;

    /** @param inlineMetric the metric of the SLO's own indicator where that stands inline */
    ObjectiveReader(Frame frame, boolean severalObjectives, Optional<Metric> inlineMetric) {
        this.frame = frame;
        this.severalObjectives = severalObjectives;
        this.inlineMetric = inlineMetric;
    }

    /** Reads it. What is wrong is a problem, for which the document is not loaded; the result only stands in then. */
    Objective read(YamlMap objective, Optional<String> indicator) {
        objective.allow(KEYS);
        checkThreshold(objective);
        Optional<String> displayName = objective.text("displayName");
        if (severalObjectives && displayName.isEmpty()) {
            objective.problem("displayName", "is required where an SLO has several objectives: it tells them apart");
        }
        return new Objective(
                severalObjectives ? frame.slo() + "/" + displayName.orElse("") : frame.slo(),
                frame.slo(),
                displayName,
                frame.service(),
                indicator.orElse(""),
                frame.method().orElse(BudgetingMethod.OCCURRENCES),
                target(objective).orElse(BigDecimal.ZERO),
                sliceTarget(objective),
                sliceWindow(objective),
                objective.value("op", OpenSloForms.COMPARISON),
                objective.value("value", OpenSloForms.DECIMAL),
                frame.window().orElse(UNREAD),
                objective.value("compositeWeight", OpenSloForms.WEIGHT),
                frame.composite(),
                List.of(),
                frame.effective(),
                frame.origin());
    }

    /** Checks {@code op} and {@code value} against the metric of an indicator that stands inline. */
    private void checkThreshold(YamlMap objective) {
        for (String key : List.of("op", "value")) {
            if (inlineMetric.filter(Metric.RATIO::equals).isPresent() && objective.has(key)) {
                objective.problem(key, "is forbidden with a ratioMetric; it belongs to a thresholdMetric");
            } else if (inlineMetric.filter(Metric.THRESHOLD::equals).isPresent() && !objective.has(key)) {
                objective.problem(key, "is required with a thresholdMetric");
            }
        }
    }

    private static Optional<BigDecimal> target(YamlMap objective) {
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

    private Optional<BigDecimal> sliceTarget(YamlMap objective) {
        if (!is(BudgetingMethod.TIMESLICES)) {
            return Optional.empty();
        }
        return objective.required("timeSliceTarget", OpenSloForms.SLICE_TARGET);
    }

    private Optional<Duration> sliceWindow(YamlMap objective) {
        if (!is(BudgetingMethod.TIMESLICES) && !is(BudgetingMethod.RATIO_TIMESLICES)) {
            return Optional.empty();
        }
        Optional<DurationShorthand> window = objective.required("timeSliceWindow", DurationShorthand.FORM);
        window.filter(length -> length.fixed().isEmpty())
                .ifPresent(length -> objective.problem(
                        "timeSliceWindow",
                        "'" + length
                                + "' has no fixed length; slices are aligned to the epoch, so write m, h, d or w"));
        Optional<Duration> fixed = window.flatMap(DurationShorthand::fixed);
        fixed.filter(length -> length.compareTo(LONGEST_SLICE) > 0)
                .ifPresent(length -> objective.problem(
                        "timeSliceWindow",
                        "is longer than a day; late data recompute a day and the one before, so write 1d or less"));
        return fixed;
    }

    private boolean is(BudgetingMethod asked) {
        return frame.method().filter(asked::equals).isPresent();
    }
}
