package io.plimsoll.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Follows the references of services, alert policies, organisation, resources and strategies. */
final class Links {

    private final Names names;

    Links(Names names) {
        this.names = names;
    }

    /** Records a name that leads nowhere; what names it is loaded all the same, for the name stands in records too. */
    void check(Declared<?> declared, String path, String kind, String name) {
        names.fault(kind, name)
                .ifPresent(fault -> declared.document()
                        .problem(
                                path,
                                kind + " '" + name + "' " + fault + "; " + declared.called()
                                        + " is loaded all the same"));
    }

    private void check(Declared<?> declared, String path, String kind, Optional<String> name) {
        name.ifPresent(written -> check(declared, path, kind, written));
    }

    /** The services, without dependencies that lead nowhere or close a cycle. */
    List<Declared<Service>> services(List<Declared<Service>> services) {
        for (Declared<Service> declared : services) {
            Service service = declared.entry();
            check(declared, "spec.team", Kinds.TEAM, service.team());
            check(declared, "spec.businessUnit", Kinds.BUSINESS_UNIT, service.businessUnit());
            check(declared, "spec.journeyStage", Kinds.JOURNEY_STAGE, service.journeyStage());
            check(declared, "spec.vendor", Kinds.VENDOR, service.vendor());
        }
        return new Chains<Service>(names, Kinds.SERVICE, "dependsOn", Service::dependsOn, Service::dependingOn)
                .link(services);
    }

    /** Any other entry, without what leads nowhere. */
    Entry checked(Declared<?> declared) {
        if (declared.entry() instanceof AlertPolicy policy) {
            return new AlertPolicy(
                    policy.name(),
                    policy.alertWhenNoData(),
                    policy.alertWhenBreaching(),
                    policy.alertWhenResolved(),
                    known(declared, "conditions", Kinds.ALERT_CONDITION, policy.conditions()),
                    known(
                            declared,
                            "notificationTargets",
                            Kinds.ALERT_NOTIFICATION_TARGET,
                            policy.notificationTargets()),
                    policy.state(),
                    policy.action(),
                    policy.remainingBelow(),
                    policy.effective(),
                    policy.origin());
        }
        if (declared.entry() instanceof Strategy strategy) {
            return new Strategy(
                    strategy.name(),
                    strategy.title(),
                    strategy.themes(),
                    known(declared, StrategyReader.BUSINESS_UNITS, Kinds.BUSINESS_UNIT, strategy.businessUnits()),
                    known(declared, StrategyReader.JOURNEY_STAGES, Kinds.JOURNEY_STAGE, strategy.journeyStages()),
                    strategy.effective(),
                    strategy.origin());
        }
        if (declared.entry() instanceof OrganisationEntry entry) {
            check(declared, "spec.businessUnit", Kinds.BUSINESS_UNIT, entry.businessUnit());
        }
        if (declared.entry() instanceof Resource resource) {
            check(declared, "spec.service", Kinds.SERVICE, resource.service());
        }
        if (declared.entry() instanceof CapacityScenario scenario) {
            named(declared, CapacityScenarioReader.RESOURCES, Kinds.RESOURCE, scenario.resources());
            named(declared, CapacityScenarioReader.SERVICES, Kinds.SERVICE, scenario.services());
        }
        return declared.entry();
    }

    /** Names that lead nowhere stay: without the last of them a scenario would be about everything. */
    private void named(Declared<?> declared, String key, String kind, List<String> written) {
        for (int index = 0; index < written.size(); index++) {
            check(declared, "spec." + key + "[" + index + "]", kind, written.get(index));
        }
    }

    private List<String> known(Declared<?> declared, String key, String kind, List<String> written) {
        List<String> known = new ArrayList<>();
        String spec = declared.isInline() ? declared.path() + ".spec." : "spec.";
        for (int index = 0; index < written.size(); index++) {
            String name = written.get(index);
            Optional<String> fault = names.fault(kind, name);
            if (fault.isEmpty()) {
                known.add(name);
            } else {
                leftOut(declared, spec + key + "[" + index + "]", kind, name, fault.get());
            }
        }
        return known;
    }

    private Map<String, BigDecimal> known(
            Declared<?> declared, String key, String kind, Map<String, BigDecimal> weights) {
        Map<String, BigDecimal> known = new LinkedHashMap<>();
        weights.forEach((name, weight) -> {
            Optional<String> fault = names.fault(kind, name);
            if (fault.isEmpty()) {
                known.put(name, weight);
            } else {
                leftOut(declared, "spec." + key + "." + name, kind, name, fault.get());
            }
        });
        return known;
    }

    private static void leftOut(Declared<?> declared, String path, String kind, String name, String fault) {
        declared.document()
                .problem(path, kind + " '" + name + "' " + fault + "; " + declared.called() + " is loaded without it");
    }
}
