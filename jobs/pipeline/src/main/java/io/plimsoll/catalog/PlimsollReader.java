package io.plimsoll.catalog;

import io.plimsoll.catalog.OrganisationEntry.Kind;
import io.plimsoll.config.YamlDocument;
import io.plimsoll.config.YamlMap;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads Plimsoll documents. */
final class PlimsollReader {

    private final YamlDocument document;
    private final YamlMap root;
    private final Declarations declarations;
    private final HolidayFiles holidays;

    PlimsollReader(YamlDocument document, YamlMap root, Declarations declarations, HolidayFiles holidays) {
        this.document = document;
        this.root = root;
        this.declarations = declarations;
        this.holidays = holidays;
    }

    void read(String kind) {
        boolean isService = kind.equals(Kinds.SERVICE);
        Metadata metadata =
                MetadataReader.read(root, isService ? OpenSloForms.DNS_LABEL : Body.NAME, Annotations.DATES);
        metadata.annotations()
                .effective()
                .ifPresent(dates -> root.problem(
                        "metadata", "effectiveFrom and effectiveTo of a Plimsoll document stand in its spec"));
        Optional<YamlMap> spec = root.requiredMap("spec");
        if (spec.isEmpty()) {
            return;
        }
        Body body = new Body(
                metadata.name().orElse(""),
                metadata.displayName(),
                spec.get(),
                EffectiveReader.read(spec.get()),
                new Origin(document.file(), document.line()));
        if (isService) {
            declarations.addCompletion(declared(kind, ServiceReader.read(body)));
        } else {
            entry(kind, body).ifPresent(entry -> declarations.add(declared(kind, entry)));
        }
    }

    private Optional<? extends Entry> entry(String kind, Body body) {
        return switch (kind) {
            case Kinds.AGREEMENT -> new AgreementReader(body).read();
            case Kinds.CALENDAR -> new CalendarReader(body, holidays).read();
            case Kinds.RESOURCE -> Optional.of(ResourceReader.read(body));
            case Kinds.CAPACITY_SCENARIO -> Optional.of(CapacityScenarioReader.read(body));
            case Kinds.AUTOMATION -> Optional.of(OperationsReader.automation(body));
            case Kinds.RUNBOOK -> Optional.of(OperationsReader.runbook(body));
            case Kinds.ESCALATION_PATH -> Optional.of(OperationsReader.escalationPath(body));
            case Kinds.STRATEGY -> Optional.of(StrategyReader.read(body));
            case Kinds.STANDARD_DEFINITION -> StandardReader.read(body);
            default -> Optional.of(organisation(kind, body));
        };
    }

    private static OrganisationEntry organisation(String kind, Body body) {
        body.allow("owner", "businessUnit", "weight", "sensitivity");
        YamlMap spec = body.spec();
        return new OrganisationEntry(
                Stream.of(Kind.values())
                        .filter(value -> value.word().equals(kind))
                        .findFirst()
                        .orElseThrow(),
                body.name(),
                body.title(),
                spec.text("owner"),
                spec.text("businessUnit"),
                spec.value("weight", Body.NOT_NEGATIVE),
                spec.text("sensitivity"),
                body.effective(),
                body.origin());
    }

    private <E extends Entry> Declared<E> declared(String kind, E entry) {
        return new Declared<>(kind, entry, document, "", "");
    }
}
