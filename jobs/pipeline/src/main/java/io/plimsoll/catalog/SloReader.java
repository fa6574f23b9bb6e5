package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlMap;
import io.plimsoll.config.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the specification of an SLO. */
final class SloReader {

    private static final List<String> KEYS = List.of(
            "description",
            "service",
            "indicator",
            "indicatorRef",
            "budgetingMethod",
            "timeWindow",
            "objectives",
            "alertPolicies");

    private final YamlDocument document;
    private final YamlMap spec;
    private final Declarations declarations;

    SloReader(YamlDocument document, YamlMap spec, Declarations declarations) {
        this.document = document;
        this.spec = spec;
        this.declarations = declarations;
    }

    /** Adds the SLO and what it declares inline. */
    void read(Metadata metadata, Effective effective) {
        spec.allow(KEYS);
        spec.value("description", OpenSloForms.DESCRIPTION);
        List<YamlMap> objectives = objectives();
        checkIndicators(objectives, metadata.annotations());
        IndicatorReader indicators = new IndicatorReader(document, metadata.annotations(), effective, declarations);
        Optional<String> ofTheSlo = indicators.read(spec);
        List<Slo.PolicyReference> policies = policies(effective);
        ObjectiveReader reader = new ObjectiveReader(
                frame(metadata, effective, composite(objectives, metadata.annotations())),
                objectives.size() > 1,
                IndicatorReader.inlineMetric(spec));
        List<Objective> read = new ArrayList<>();
        for (YamlMap objective : objectives) {
            read.add(reader.read(objective, ofTheSlo.or(() -> indicators.read(objective))));
        }
        String name = metadata.name().orElse("");
        declarations.add(new Slo(name, spec.text("service").orElse(""), read, policies, effective, document));
    }

    /** Objectives on indicators of their own are a composite, weighted unless an annotation says otherwise. */
    private static Optional<Objective.Composite> composite(List<YamlMap> objectives, Annotations annotations) {
        if (objectives.stream().noneMatch(IndicatorReader::isNamedBy)) {
            annotations.forbid(
                    Annotations.COMPOSITES,
                    "belongs to a composite SLO, whose objectives each name their own indicator");
            return Optional.empty();
        }
        return Optional.of(new Objective.Composite(
                annotations.composite().orElse(Combination.WEIGHTED), annotations.compositeTarget()));
    }

    private ObjectiveReader.Frame frame(
            Metadata metadata, Effective effective, Optional<Objective.Composite> composite) {
        return new ObjectiveReader.Frame(
                metadata.name().orElse(""),
                spec.required("service", Forms.TEXT).orElse(""),
                spec.required("budgetingMethod", Forms.oneOf(BudgetingMethod.class, BudgetingMethod::word)),
                new TimeWindowReader(spec).read(),
                composite,
                effective,
                new Origin(document.file(), document.line()));
    }

    private List<YamlMap> objectives() {
        List<YamlMap> objectives = new ArrayList<>();
        for (YamlNode item : spec.requiredList("objectives")) {
            item.asMap().ifPresent(objectives::add);
        }
        return objectives;
    }

    private void checkIndicators(List<YamlMap> objectives, Annotations annotations) {
        if (!spec.has("indicator")) {
            annotations.allow(Annotations.OF_COMPOSITES);
        }
        boolean ofTheSlo = IndicatorReader.isNamedBy(spec);
        boolean ofObjectives = objectives.stream().anyMatch(IndicatorReader::isNamedBy);
        if (ofTheSlo && ofObjectives) {
            spec.self()
                    .problem(
                            "indicator or indicatorRef stands both in spec and in an objective; write it in spec, or in every"
                                    + " objective of a composite SLO");
        } else if (!ofTheSlo && !ofObjectives) {
            spec.self()
                    .problem(
                            "the SLO has no indicator; write indicatorRef with the name of an SLI, or an indicator inline");
        } else if (ofObjectives) {
            objectives.stream()
                    .filter(objective -> !IndicatorReader.isNamedBy(objective))
                    .forEach(
                            objective -> objective
                                    .self()
                                    .problem(
                                            "the objective has no indicator; every objective of a composite SLO names its own"));
        }
    }

    private List<Slo.PolicyReference> policies(Effective effective) {
        List<Slo.PolicyReference> policies = new ArrayList<>();
        AlertReader alerts = new AlertReader(document, declarations, effective);
        for (YamlNode item : spec.list("alertPolicies")) {
            item.asMap()
                    .flatMap(map -> alerts.reference(map, "alertPolicyRef", Kinds.ALERT_POLICY))
                    .ifPresent(policy -> policies.add(new Slo.PolicyReference(policy, item.field())));
        }
        return policies;
    }
}
