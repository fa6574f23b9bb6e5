package io.plimsoll.catalog;

import io.plimsoll.config.Form;
import io.plimsoll.config.Forms;
import io.plimsoll.config.YamlMap;

/** Reads automations, runbooks and escalation paths. */
final class OperationsReader {

    private static final Form<Impact> IMPACT = Forms.oneOf(Impact.class, Impact::word);

    private OperationsReader() {}

    static Automation automation(Body body) {
        body.allow("condition", "scope", "impact", "gated");
        YamlMap spec = body.spec();
        return new Automation(
                body.name(),
                body.title(),
                spec.text("condition"),
                spec.text("scope"),
                spec.value("impact", IMPACT),
                spec.value("gated", Forms.BOOLEAN).orElse(false),
                body.effective(),
                body.origin());
    }

    static Runbook runbook(Body body) {
        body.allow("condition", "scope", "impact");
        YamlMap spec = body.spec();
        return new Runbook(
                body.name(),
                body.title(),
                spec.text("condition"),
                spec.text("scope"),
                spec.value("impact", IMPACT),
                body.effective(),
                body.origin());
    }

    static EscalationPath escalationPath(Body body) {
        body.allow("condition", "scope", "respondWithinMinutes");
        YamlMap spec = body.spec();
        return new EscalationPath(
                body.name(),
                body.title(),
                spec.text("condition"),
                spec.text("scope"),
                spec.value("respondWithinMinutes", Body.NUMBER),
                body.effective(),
                body.origin());
    }
}
