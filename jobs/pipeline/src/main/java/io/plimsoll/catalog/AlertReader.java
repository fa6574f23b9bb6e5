package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlMap;
import io.plimsoll.config.YamlNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads alert policies, their conditions and targets, of their own or inline. */
final class AlertReader {

    private final YamlDocument document;
    private final Declarations declarations;
    private final Effective effective;

    AlertReader(YamlDocument document, Declarations declarations, Effective effective) {
        this.document = document;
        this.declarations = declarations;
        this.effective = effective;
    }

    /**
     * Adds what a specification declares.
     *
     * @param annotations those of the declaration itself
     * @param path the keys that lead to the declaration; empty when the document is it
     */
    void read(String kind, String name, Annotations annotations, YamlMap spec, String path) {
        spec.value("description", OpenSloForms.DESCRIPTION);
        Origin origin = new Origin(document.file(), path.isEmpty() ? document.line() : document.line(path));
        Entry entry = switch (kind) {
            case Kinds.ALERT_POLICY -> policy(name, annotations, spec, origin);
            case Kinds.ALERT_CONDITION -> condition(name, spec, origin);
            default -> target(name, spec, origin);
        };
        declarations.add(new Declared<>(kind, entry, document, path, spec.self().canonical()));
    }

    /** The name behind an element that refers to a declaration or is one; empty with a problem when it is neither or both. */
    Optional<String> reference(YamlMap element, String reference, String kind) {
        boolean inline = Stream.of("kind", "metadata", "spec").anyMatch(element::has);
        if (inline == element.has(reference)) {
            element.self()
                    .problem(
                            inline
                                    ? reference + " and an inline " + kind + " exclude each other; keep one"
                                    : "one of " + reference + " and an inline " + kind
                                            + " (kind, metadata, spec) is required");
            return Optional.empty();
        }
        element.allow(inline ? List.of("kind", "metadata", "spec") : List.of(reference));
        return inline ? inline(element, kind) : element.value(reference, OpenSloForms.DNS_LABEL);
    }

    private Optional<String> inline(YamlMap element, String kind) {
        element.required("kind", Forms.oneOf(List.of(kind)));
        Metadata metadata = MetadataReader.read(
                element,
                OpenSloForms.DNS_LABEL,
                kind.equals(Kinds.ALERT_POLICY) ? Annotations.OF_POLICIES : Annotations.DATES);
        element.requiredMap("spec")
                .ifPresent(spec -> read(
                        kind,
                        metadata.name().orElse(""),
                        metadata.annotations(),
                        spec,
                        element.self().field()));
        return metadata.name();
    }

    private AlertPolicy policy(String name, Annotations annotations, YamlMap spec, Origin origin) {
        spec.allow(List.of(
                "description",
                "alertWhenNoData",
                "alertWhenBreaching",
                "alertWhenResolved",
                "conditions",
                "notificationTargets"));
        if (spec.requiredList("conditions").size() > 1) {
            spec.problem("conditions", "has more than one element; write exactly one");
        }
        spec.requiredList("notificationTargets");
        return new AlertPolicy(
                name,
                spec.value("alertWhenNoData", OpenSloForms.BOOLEAN).orElse(false),
                spec.value("alertWhenBreaching", OpenSloForms.BOOLEAN).orElse(false),
                spec.value("alertWhenResolved", OpenSloForms.BOOLEAN).orElse(false),
                references(spec, "conditions", "conditionRef", Kinds.ALERT_CONDITION),
                references(spec, "notificationTargets", "targetRef", Kinds.ALERT_NOTIFICATION_TARGET),
                annotations.policyState(),
                annotations.action(),
                annotations.remainingBelow(),
                effective,
                origin);
    }

    private List<String> references(YamlMap spec, String key, String reference, String kind) {
        List<String> names = new ArrayList<>();
        for (YamlNode item : spec.list(key)) {
            item.asMap().flatMap(map -> reference(map, reference, kind)).ifPresent(names::add);
        }
        return names;
    }

    private AlertCondition condition(String name, YamlMap spec, Origin origin) {
        spec.allow(List.of("description", "severity", "condition"));
        String severity = spec.required("severity", Forms.TEXT).orElse("");
        Optional<YamlMap> condition =
                spec.map("condition").filter(map -> !map.keys().isEmpty());
        if (condition.isEmpty()) {
            spec.problem("condition", "is required");
        }
        Optional<YamlMap> burnRate = condition.filter(AlertReader::isBurnRate);
        return new AlertCondition(
                name,
                severity,
                burnRate.flatMap(map -> map.required("op", OpenSloForms.COMPARISON))
                        .orElse(Comparison.GTE),
                burnRate.flatMap(map -> map.required("threshold", OpenSloForms.DECIMAL))
                        .orElse(BigDecimal.ZERO),
                burnRate.flatMap(map -> map.required("lookbackWindow", DurationShorthand.FORM))
                        .orElse(new DurationShorthand(1, DurationUnit.HOUR)),
                burnRate.flatMap(map -> map.value("alertAfter", DurationShorthand.FORM)),
                effective,
                origin);
    }

    private static boolean isBurnRate(YamlMap condition) {
        condition.allow(List.of("kind", "op", "threshold", "lookbackWindow", "alertAfter"));
        return condition.required("kind", Forms.oneOf(List.of("burnrate"))).isPresent();
    }

    private NotificationTarget target(String name, YamlMap spec, Origin origin) {
        spec.allow(List.of("description", "target"));
        return new NotificationTarget(name, spec.required("target", Forms.TEXT).orElse(""), effective, origin);
    }
}
