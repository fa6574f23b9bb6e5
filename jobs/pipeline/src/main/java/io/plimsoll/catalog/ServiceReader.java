package io.plimsoll.catalog;

import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads services, and completes OpenSLO's with Plimsoll's. */
final class ServiceReader {

    private ServiceReader() {}

    /** A service of which only OpenSLO's own fields are known. */
    static Service described(
            String name,
            Optional<String> displayName,
            Optional<String> description,
            Effective effective,
            Origin origin) {
        return new Service(
                name,
                displayName,
                description,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                effective,
                origin);
    }

    static Service read(Body body) {
        body.allow(
                "criticality",
                "tier",
                "team",
                "businessUnit",
                "environment",
                "journeyStage",
                "vendor",
                "dependsOn",
                "wentLiveOn",
                "retiredOn",
                "staff");
        YamlMap spec = body.spec();
        Optional<LocalDate> wentLiveOn = spec.value("wentLiveOn", Forms.DATE);
        Optional<LocalDate> retiredOn = spec.value("retiredOn", Forms.DATE);
        if (wentLiveOn.isPresent()
                && retiredOn.filter(wentLiveOn.get()::isAfter).isPresent()) {
            spec.problem("retiredOn", "'" + retiredOn.get() + "' is before wentLiveOn '" + wentLiveOn.get() + "'");
        }
        return new Service(
                body.name(),
                body.title(),
                spec.text("description"),
                spec.value("criticality", Forms.oneOf(Criticality.class, Criticality::word)),
                spec.text("tier"),
                spec.text("team"),
                spec.text("businessUnit"),
                spec.value("environment", Forms.oneOf(HostEnvironment.class, HostEnvironment::word)),
                spec.text("journeyStage"),
                spec.text("vendor"),
                spec.values("dependsOn", Forms.TEXT),
                wentLiveOn,
                retiredOn,
                spec.value("staff", Body.NOT_NEGATIVE),
                body.effective(),
                body.origin());
    }

    /** The Plimsoll service with what only its OpenSLO document says. */
    static Service complete(Service openSlo, Service plimsoll) {
        return new Service(
                plimsoll.name(),
                plimsoll.displayName().or(openSlo::displayName),
                plimsoll.description().or(openSlo::description),
                plimsoll.criticality(),
                plimsoll.tier(),
                plimsoll.team(),
                plimsoll.businessUnit(),
                plimsoll.environment(),
                plimsoll.journeyStage(),
                plimsoll.vendor(),
                plimsoll.dependsOn(),
                plimsoll.wentLiveOn(),
                plimsoll.retiredOn(),
                plimsoll.staff(),
                plimsoll.effective(),
                plimsoll.origin());
    }
}
