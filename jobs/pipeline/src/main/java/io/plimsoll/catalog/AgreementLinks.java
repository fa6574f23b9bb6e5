package io.plimsoll.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows the references of agreements. */
final class AgreementLinks {

    private final Names names;
    private final Set<String> objectiveIds = new HashSet<>();
    private final Map<String, Set<String>> idsBySlo = new HashMap<>();
    private final Declarations declarations;

    AgreementLinks(Names names, List<Objective> objectives, Declarations declarations) {
        this.names = names;
        this.declarations = declarations;
        for (Objective objective : objectives) {
            names.add(Kinds.SLO, objective.objectiveId());
            objectiveIds.add(objective.objectiveId());
            idsBySlo.computeIfAbsent(objective.sloName(), slo -> new LinkedHashSet<>())
                    .add(objective.objectiveId());
        }
    }

    /** The agreements whose objectives and service hours are declared, with chains that have no cycle. */
    List<Declared<Agreement>> link(List<Declared<Agreement>> agreements) {
        List<Declared<Agreement>> linked = new ArrayList<>();
        for (Declared<Agreement> agreement : agreements) {
            checkNames(agreement);
            Optional<List<PromisedObjective>> promised = promised(agreement);
            if (hasHours(agreement) && promised.isPresent()) {
                linked.add(agreement.with(agreement.entry().promising(promised.get())));
            }
        }
        Names kept = new Names(declarations);
        linked.forEach(agreement -> kept.add(Kinds.AGREEMENT, agreement.name()));
        agreements.stream()
                .filter(agreement ->
                        kept.fault(Kinds.AGREEMENT, agreement.name()).isPresent())
                .forEach(agreement -> declarations.reject(Kinds.AGREEMENT, agreement.name(), agreement.origin()));
        return new Chains<Agreement>(
                        kept, Kinds.AGREEMENT, "underpinnedBy", Agreement::underpinnedBy, Agreement::standingOn)
                .link(linked);
    }

    private void checkNames(Declared<Agreement> agreement) {
        Agreement entry = agreement.entry();
        Links links = new Links(names);
        links.check(agreement, "spec.service", Kinds.SERVICE, entry.service());
        entry.customer()
                .filter(customer -> names.hasAny(Kinds.CUSTOMER))
                .ifPresent(customer -> links.check(agreement, "spec.customer", Kinds.CUSTOMER, customer));
        entry.escalationPath()
                .ifPresent(path -> links.check(agreement, "spec.escalationPath", Kinds.ESCALATION_PATH, path));
        entry.provider()
                .filter(provider -> names.fault(Kinds.TEAM, provider).isPresent()
                        && names.fault(Kinds.VENDOR, provider).isPresent())
                .ifPresent(provider -> agreement
                        .document()
                        .problem(
                                "spec.provider",
                                "'" + provider + "' is neither a team nor a vendor that is declared; "
                                        + agreement.called() + " is loaded all the same"));
    }

    private boolean hasHours(Declared<Agreement> agreement) {
        Optional<String> fault = agreement
                .entry()
                .serviceHours()
                .flatMap(calendar -> names.fault(Kinds.CALENDAR, calendar)
                        .map(reason -> "its calendar '" + calendar + "' " + reason));
        fault.ifPresent(reason -> drop(agreement, "spec.serviceHours", reason));
        return fault.isEmpty();
    }

    /** What is promised, each objective once; empty with problems when some of it is not declared. */
    private Optional<List<PromisedObjective>> promised(Declared<Agreement> agreement) {
        List<PromisedObjective> written = agreement.entry().objectives();
        List<PromisedObjective> promised = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean complete = true;
        for (int index = 0; index < written.size(); index++) {
            String path = "spec.objectives[" + index + "].slo";
            List<PromisedObjective> meant = meant(agreement, written.get(index), path);
            boolean twice = meant.stream().anyMatch(objective -> !seen.add(objective.objectiveId()));
            if (twice) {
                drop(agreement, path, "'" + written.get(index).objectiveId() + "' is promised twice; keep one");
            }
            complete &= !meant.isEmpty() && !twice;
            promised.addAll(meant);
        }
        return complete ? Optional.of(promised) : Optional.empty();
    }

    private List<PromisedObjective> meant(Declared<Agreement> agreement, PromisedObjective written, String path) {
        String name = written.objectiveId();
        if (objectiveIds.contains(name)) {
            return List.of(written);
        }
        Set<String> ofTheSlo = idsBySlo.getOrDefault(name, Set.of());
        if (ofTheSlo.isEmpty()) {
            drop(
                    agreement,
                    path,
                    "its objective '" + name + "' "
                            + names.fault(Kinds.SLO, name).orElse("is not declared"));
            return List.of();
        }
        if (written.target().isPresent()) {
            drop(
                    agreement,
                    path,
                    "SLO '" + name + "' has several objectives, and one target is written for them; name one: "
                            + String.join(", ", ofTheSlo));
            return List.of();
        }
        return ofTheSlo.stream()
                .map(objective -> new PromisedObjective(objective, Optional.empty()))
                .toList();
    }

    private static void drop(Declared<Agreement> agreement, String path, String reason) {
        agreement.document().problem(path, agreement.called() + " is not loaded: " + reason);
    }
}
