package io.plimsoll.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Follows the references of SLOs. */
final class SloLinks {

    private final Names names;
    private final Map<String, List<Indicator>> indicators;

    SloLinks(Names names, List<Declared<Indicator>> indicators) {
        this.names = names;
        this.indicators = indicators.stream().map(Declared::entry).collect(Collectors.groupingBy(Indicator::sliId));
    }

    /** The SLOs whose indicators are declared, without the alert policies that are not. */
    List<Slo> link(List<Slo> slos) {
        List<Slo> linked = new ArrayList<>();
        for (Slo slo : slos) {
            checkService(slo);
            List<String> policies = policies(slo);
            List<Objective> objectives = new ArrayList<>();
            for (int index = 0; index < slo.objectives().size(); index++) {
                link(slo, index).ifPresent(objective -> objectives.add(objective.with(policies)));
            }
            if (objectives.size() == slo.objectives().size()) {
                linked.add(slo.with(objectives));
            }
        }
        return linked;
    }

    private void checkService(Slo slo) {
        names.fault(Kinds.SERVICE, slo.service())
                .ifPresent(fault -> slo.document()
                        .problem(
                                "spec.service",
                                "service '" + slo.service() + "' " + fault + "; " + slo.called()
                                        + " is loaded all the same, but nothing is known of its service"));
    }

    private List<String> policies(Slo slo) {
        List<String> policies = new ArrayList<>();
        for (Slo.PolicyReference reference : slo.policies()) {
            Optional<String> fault = names.fault(Kinds.ALERT_POLICY, reference.policy());
            if (fault.isEmpty()) {
                policies.add(reference.policy());
            } else {
                slo.document()
                        .problem(
                                reference.path(),
                                "alert policy '" + reference.policy() + "' " + fault.get() + "; " + slo.called()
                                        + " is loaded without it");
            }
        }
        return policies;
    }

    private Optional<Objective> link(Slo slo, int index) {
        Objective objective = slo.objectives().get(index);
        String path = "spec.objectives[" + index + "]";
        Optional<String> fault = names.fault(Kinds.SLI, objective.sliId());
        if (fault.isPresent()) {
            drop(slo, indicatorPath(slo, path), "its indicator '" + objective.sliId() + "' " + fault.get());
            return Optional.empty();
        }
        return indicators.getOrDefault(objective.sliId(), List.of()).stream()
                .filter(indicator -> indicator.effective().overlaps(objective.effective()))
                .findFirst()
                .map(indicator -> judgedBy(indicator, objective, slo, path))
                .orElseGet(() -> {
                    drop(slo, "spec", "its indicator '" + objective.sliId() + "' is in force on none of its days");
                    return Optional.empty();
                });
    }

    private static String indicatorPath(Slo slo, String objectivePath) {
        return Stream.of(objectivePath, "spec")
                .flatMap(holder -> Stream.of(holder + ".indicatorRef", holder + ".indicator"))
                .filter(slo.document()::has)
                .findFirst()
                .orElse("spec");
    }

    private Optional<Objective> judgedBy(Indicator indicator, Objective objective, Slo slo, String path) {
        boolean hasThreshold =
                objective.op().isPresent() && objective.threshold().isPresent();
        boolean hasAny = objective.op().isPresent() || objective.threshold().isPresent();
        if (indicator.measure() == Measure.VALUE && !hasThreshold) {
            drop(
                    slo,
                    path + (objective.op().isPresent() ? ".value" : ".op"),
                    "its indicator '" + indicator.sliId()
                            + "' delivers values, so the objective needs op and value to tell good from bad");
            return Optional.empty();
        }
        if (indicator.metric() == Metric.RATIO && hasAny && indicator.measure() == Measure.COUNTS) {
            drop(
                    slo,
                    path + (objective.op().isPresent() ? ".op" : ".value"),
                    "op and value are forbidden, for its indicator '" + indicator.sliId() + "' is a ratioMetric");
            return Optional.empty();
        }
        return Optional.of(indicator.measure() == Measure.VALUE ? objective : objective.withoutThreshold());
    }

    private static void drop(Slo slo, String path, String reason) {
        slo.document().problem(path, slo.called() + " is not loaded: " + reason);
    }
}
