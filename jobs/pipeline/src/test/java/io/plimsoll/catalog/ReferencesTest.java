package io.plimsoll.catalog;

import static io.plimsoll.catalog.Example.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said, and what is left out, when a reference leads nowhere. */
final class ReferencesTest {

    private static final String THRESHOLD_SLI =
            change(Example.SLI, """
              ratioMetric:
                good: {metricSource: {spec: {query: good}}}
                total: {metricSource: {spec: {query: all}}}
            """, "  thresholdMetric: {metricSource: {spec: {query: p95}}}\n");

    private static String agreement(String name, String underpinnedBy) {
        return change(Example.AGREEMENT, "  period:", "  underpinnedBy: [" + underpinnedBy + "]\n  period:")
                .replace("acme-checkout", name);
    }

    @Test
    void theExampleHasNoProblems() {
        assertThat(Judged.catalog(Example.ALL).problems()).isEmpty();
    }

    @Test
    void anSloWithoutItsIndicatorIsNotLoadedNorWhatPromisesIt() {
        Loaded<Catalog> loaded = Judged.catalog(Example.SERVICE
                + change(Example.SLI, "checkout-requests", "checkout-request")
                + Example.SLO
                + Example.AGREEMENT);

        assertThat(loaded.value().objectives()).isEmpty();
        assertThat(loaded.value().agreements()).isEmpty();
        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:20: spec.indicatorRef: SLO 'checkout-slo' is not loaded: its indicator"
                                + " 'checkout-requests' is not declared (did you mean 'checkout-request'?)",
                        "catalog/a.yaml:32: spec.objectives[0].slo: Agreement 'acme-checkout' is not loaded: its objective"
                                + " 'checkout-slo' is declared at catalog/a.yaml:15, but not loaded");
    }

    @Test
    void whatIsDeclaredWrongIsNamedWhereItIsMissed() {
        Loaded<Catalog> loaded = Judged.catalog(
                Example.SERVICE + Example.SLI + change(Example.SLO, "0.999", "99.9") + Example.AGREEMENT);

        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:23: spec.objectives[0].target: '99.9' is not in [0,1); write a ratio such as 0.999",
                        "catalog/a.yaml:32: spec.objectives[0].slo: Agreement 'acme-checkout' is not loaded: its objective"
                                + " 'checkout-slo' is declared at catalog/a.yaml:15, but not loaded");
    }

    @Test
    void aServiceThatNobodyDeclaresIsAProblemButStopsNothing() {
        Loaded<Catalog> loaded = Judged.catalog(Example.SLI + Example.SLO + Example.AGREEMENT);

        assertThat(loaded.value().objectives()).hasSize(1);
        assertThat(loaded.value().agreements()).hasSize(1);
        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:14: spec.service: service 'checkout' is not declared; SLO 'checkout-slo' is loaded"
                                + " all the same, but nothing is known of its service",
                        "catalog/a.yaml:25: spec.service: Service 'checkout' is not declared; Agreement 'acme-checkout' is"
                                + " loaded all the same");
    }

    @Test
    void anAgreementWithoutItsCalendarIsNotLoaded() {
        Loaded<Catalog> loaded = Judged.catalog(change(Example.ALL, "  period:", "  serviceHours: office\n  period:"));

        assertThat(loaded.value().agreements()).isEmpty();
        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:31: spec.serviceHours: Agreement 'acme-checkout' is not loaded: its calendar"
                                + " 'office' is not declared");
    }

    @Test
    void providerAndPathOfAnAgreementAreMissedButStopNothing() {
        Loaded<Catalog> loaded = Judged.catalog(
                change(Example.ALL, "  period:", "  provider: payments\n  escalationPath: p1\n  period:"));

        assertThat(loaded.value().agreements()).hasSize(1);
        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:31: spec.provider: 'payments' is neither a team nor a vendor that is declared;"
                                + " Agreement 'acme-checkout' is loaded all the same",
                        "catalog/a.yaml:32: spec.escalationPath: EscalationPath 'p1' is not declared; Agreement"
                                + " 'acme-checkout' is loaded all the same");
    }

    @Test
    void customersAreCheckedOnceSomeAreDeclared() {
        String named = change(Example.ALL, "  period:", "  customer: acne\n  period:");
        String customer =
                "---\n{apiVersion: plimsoll/v1, kind: Customer, metadata: {name: acme}, spec: {title: ACME}}\n";

        assertThat(Judged.catalog(named).problems()).isEmpty();
        assertThat(Judged.lines(Judged.catalog(named + customer)))
                .containsExactly(
                        "catalog/a.yaml:31: spec.customer: Customer 'acne' is not declared (did you mean 'acme'?);"
                                + " Agreement 'acme-checkout' is loaded all the same");
    }

    @Test
    void anSloOfSeveralObjectivesPromisesAllOfThem() {
        String two = change(
                Example.ALL, "[{target: 0.999}]", "[{displayName: a, target: 0.9}, {displayName: b, target: 0.8}]");

        assertThat(Judged.catalog(two).value().agreements().get(0).objectives())
                .extracting(PromisedObjective::objectiveId)
                .containsExactly("checkout-slo/a", "checkout-slo/b");
        assertThat(Judged.catalog(change(two, "{slo: checkout-slo}", "{slo: checkout-slo/b, target: 0.7}"))
                        .value()
                        .agreements()
                        .get(0)
                        .objectives())
                .extracting(PromisedObjective::objectiveId)
                .containsExactly("checkout-slo/b");
    }

    @Test
    void oneTargetForSeveralObjectivesIsAProblem() {
        String two = change(
                Example.ALL, "[{target: 0.999}]", "[{displayName: a, target: 0.9}, {displayName: b, target: 0.8}]");

        assertThat(Judged.lines(Judged.catalog(change(two, "{slo: checkout-slo}", "{slo: checkout-slo, target: 0.7}"))))
                .containsExactly(
                        "catalog/a.yaml:32: spec.objectives[0].slo: Agreement 'acme-checkout' is not loaded: SLO"
                                + " 'checkout-slo' has several objectives, and one target is written for them; name one:"
                                + " checkout-slo/a, checkout-slo/b");
    }

    @Test
    void anObjectiveIsPromisedOnce() {
        assertThat(Judged.lines(Judged.catalog(
                        change(Example.ALL, "[{slo: checkout-slo}]", "[{slo: checkout-slo}, {slo: checkout-slo}]"))))
                .containsExactly("catalog/a.yaml:32: spec.objectives[1].slo: Agreement 'acme-checkout' is not loaded:"
                        + " 'checkout-slo' is promised twice; keep one");
    }

    @Test
    void anObjectiveOnValuesNeedsItsThreshold() {
        assertThat(Judged.lines(Judged.catalog(Example.SERVICE + THRESHOLD_SLI + Example.SLO)))
                .containsExactly(
                        "catalog/a.yaml:21: spec.objectives[0].op: SLO 'checkout-slo' is not loaded: its indicator"
                                + " 'checkout-requests' delivers values, so the objective needs op and value to tell good from bad");
    }

    @Test
    void anObjectiveOnARatioHasNoThreshold() {
        assertThat(Judged.lines(Judged.catalog(change(
                        Example.SERVICE + Example.SLI + Example.SLO,
                        "target: 0.999",
                        "target: 0.999, op: gt, value: 1"))))
                .containsExactly(
                        "catalog/a.yaml:23: spec.objectives[0].op: SLO 'checkout-slo' is not loaded: op and value are"
                                + " forbidden, for its indicator 'checkout-requests' is a ratioMetric");
    }

    @Test
    void anObjectiveOnStatesNeedsNoThreshold() {
        String state = change(
                THRESHOLD_SLI,
                "{name: checkout-requests}",
                "{name: checkout-requests, annotations: {plimsoll/measure: state}}");

        Loaded<Catalog> loaded = Judged.catalog(Example.SERVICE + state + Example.SLO);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().objectives()).hasSize(1);
    }

    @Test
    void alertPoliciesThatAreMissingAreLeftOut() {
        Loaded<Catalog> loaded = Judged.catalog(change(
                Example.SERVICE + Example.SLI + Example.SLO,
                "  timeWindow:",
                "  alertPolicies: [{alertPolicyRef: page}]\n  timeWindow:"));

        assertThat(loaded.value().objectives().get(0).alertPolicies()).isEmpty();
        assertThat(Judged.lines(loaded))
                .containsExactly("catalog/a.yaml:21: spec.alertPolicies[0]: alert policy 'page' is not declared; SLO"
                        + " 'checkout-slo' is loaded without it");
    }

    @Test
    void theOrganisationOfAServiceIsMissedButStopsNothing() {
        Loaded<Catalog> loaded = Judged.catalog("""
                apiVersion: plimsoll/v1
                kind: Service
                metadata: {name: checkout}
                spec: {team: payments, vendor: payharbor, businessUnit: retail, journeyStage: pay, dependsOn: [ledger]}
                """);

        Service service = loaded.value().services().get(0);
        assertThat(service.team()).contains("payments");
        assertThat(service.dependsOn()).isEmpty();
        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:4: spec.team: Team 'payments' is not declared; Service 'checkout' is loaded all the"
                                + " same",
                        "catalog/a.yaml:4: spec.businessUnit: BusinessUnit 'retail' is not declared; Service 'checkout' is"
                                + " loaded all the same",
                        "catalog/a.yaml:4: spec.journeyStage: JourneyStage 'pay' is not declared; Service 'checkout' is"
                                + " loaded all the same",
                        "catalog/a.yaml:4: spec.vendor: Vendor 'payharbor' is not declared; Service 'checkout' is loaded all"
                                + " the same",
                        "catalog/a.yaml:4: spec.dependsOn[0]: 'ledger' is not declared; Service 'checkout' is loaded without"
                                + " the link");
    }

    @Test
    void agreementsThatHoldEachOtherUpAreACycle() {
        Loaded<Catalog> loaded = Judged.catalog(Example.SERVICE
                + Example.SLI
                + Example.SLO
                + agreement("a", "b")
                + agreement("b", "c")
                + agreement("c", "a"));

        assertThat(loaded.value().agreements())
                .extracting(Agreement::underpinnedBy)
                .containsExactly(List.of("b"), List.of("c"), List.of());
        assertThat(Judged.lines(loaded))
                .containsExactly(
                        "catalog/a.yaml:51: spec.underpinnedBy: underpinnedBy goes round in a cycle: a -> b -> c ->"
                                + " a; the link c -> a is left out");
    }

    @Test
    void anAgreementThatIsNotLoadedHoldsNothingUp() {
        Loaded<Catalog> loaded = Judged.catalog(Example.SERVICE
                + Example.SLI
                + Example.SLO
                + agreement("a", "b")
                + change(agreement("b", ""), "{slo: checkout-slo}", "{slo: other}"));

        assertThat(loaded.value().agreements()).extracting(Agreement::name).containsExactly("a");
        assertThat(Judged.lines(loaded))
                .contains(
                        "catalog/a.yaml:31: spec.underpinnedBy[0]: 'b' is declared at catalog/a.yaml:35, but not loaded;"
                                + " Agreement 'a' is loaded without the link");
    }

    @Test
    void aServiceThatDependsOnItselfIsACycle() {
        assertThat(Judged.lines(Judged.catalog("""
                        apiVersion: plimsoll/v1
                        kind: Service
                        metadata: {name: a}
                        spec: {dependsOn: [a]}
                        """)))
                .containsExactly(
                        "catalog/a.yaml:4: spec.dependsOn: dependsOn goes round in a cycle: a -> a; the link a -> a"
                                + " is left out");
    }
}
