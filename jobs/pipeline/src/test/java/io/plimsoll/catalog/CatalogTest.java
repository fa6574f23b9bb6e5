package io.plimsoll.catalog;

import static io.plimsoll.catalog.Example.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.TextFiles;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class CatalogTest {

    private static final String SLICES =
            "budgetingMethod: Timeslices\n  objectives: [{target: 0.999, timeSliceTarget: 0.95, timeSliceWindow: 5m}]";
    private static final String OCCURRENCES = "budgetingMethod: Occurrences\n  objectives: [{target: 0.999}]";

    private static Objective onlyObjective(String text) {
        Loaded<Catalog> loaded = Judged.catalog(text);
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().objectives()).hasSize(1);
        return loaded.value().objectives().get(0);
    }

    @Test
    void anObjectiveOfOneHasTheNameOfItsSlo() {
        Objective objective = onlyObjective(Example.ALL);

        assertThat(objective.objectiveId()).isEqualTo("checkout-slo");
        assertThat(objective.serviceId()).isEqualTo("checkout");
        assertThat(objective.sliId()).isEqualTo("checkout-requests");
        assertThat(objective.method()).isEqualTo(BudgetingMethod.OCCURRENCES);
        assertThat(objective.target()).isEqualTo(new BigDecimal("0.999"));
        assertThat(objective.timeSliceTarget()).isEmpty();
        assertThat(objective.origin()).hasToString("catalog/a.yaml:15");
    }

    @Test
    void objectivesOfSeveralCarryTheirDisplayNames() {
        String two = change(
                Example.ALL,
                "[{target: 0.999}]",
                "[{displayName: internal, target: 0.9995}, {displayName: contract, target: 0.99}]");

        assertThat(Judged.catalog(two).value().objectives())
                .extracting(Objective::objectiveId)
                .containsExactly("checkout-slo/internal", "checkout-slo/contract");
    }

    @Test
    void objectivesOfSeveralNeedDisplayNames() {
        assertThat(Judged.lines(Judged.catalog(Example.SERVICE
                        + change(Example.SLO, "[{target: 0.999}]", "[{target: 0.9}, {target: 0.8}]")
                        + Example.SLI)))
                .containsExactly(
                        "catalog/a.yaml:15: spec.objectives[0].displayName: is required where an SLO has several"
                                + " objectives: it tells them apart",
                        "catalog/a.yaml:15: spec.objectives[1].displayName: is required where an SLO has several"
                                + " objectives: it tells them apart");
    }

    @Test
    void aPercentageIsDividedExactly() {
        Objective objective = onlyObjective(change(Example.ALL, "target: 0.999", "targetPercent: 99.95"));

        assertThat(objective.target()).isEqualTo(new BigDecimal("0.9995"));
    }

    @Test
    void slicesHaveTheirTargetAndWindow() {
        Objective objective = onlyObjective(change(Example.ALL, OCCURRENCES, SLICES));

        assertThat(objective.timeSliceTarget()).contains(new BigDecimal("0.95"));
        assertThat(objective.timeSliceWindow()).contains(Duration.ofMinutes(5));
    }

    @Test
    void aRollingWindowKeepsItsUnit() {
        Objective objective = onlyObjective(change(Example.ALL, "28d", "1M"));

        assertThat(objective.window().isRolling()).isTrue();
        assertThat(objective.window().length()).isEqualTo(new DurationShorthand(1, DurationUnit.MONTH));
        assertThat(objective.window().length().fixed()).isEmpty();
    }

    @Test
    void aCalendarWindowBeginsInItsZone() {
        Objective objective = onlyObjective(
                change(
                        Example.ALL,
                        "{duration: 28d, isRolling: true}",
                        "{duration: 1Q, isRolling: false, calendar: {startTime: 2026-01-01 00:00:00, timeZone: America/New_York}}"));

        TimeWindow.Calendar calendar = objective.window().calendar().orElseThrow();
        assertThat(calendar.start()).isEqualTo(LocalDateTime.of(2026, 1, 1, 0, 0));
        assertThat(calendar.zone()).isEqualTo(ZoneId.of("America/New_York"));
        assertThat(calendar.anchor()).isEqualTo("2026-01-01T05:00:00Z");
    }

    @Test
    void anIndicatorCountsByDefaultWhenItIsARatio() {
        Indicator indicator = Judged.catalog(Example.ALL).value().indicators().get(0);

        assertThat(indicator.measure()).isEqualTo(Measure.COUNTS);
        assertThat(indicator.resolutionSeconds()).isEqualTo(60);
        assertThat(indicator.outcome()).isEmpty();
        assertThat(indicator.synthetic()).isFalse();
        assertThat(indicator.tool()).isEmpty();
        assertThat(indicator.service()).contains("checkout");
    }

    @Test
    void annotationsSayWhatOpenSloHasNoWordFor() {
        String annotated = change(
                Example.ALL,
                "{name: checkout-requests}",
                "{name: checkout-requests, annotations: {plimsoll/measure: state, plimsoll/resolutionSeconds: '300',"
                        + " plimsoll/outcome: outcome, plimsoll/synthetic: 'true', plimsoll/tool: prometheus-eu}}");

        Indicator indicator = Judged.catalog(annotated).value().indicators().get(0);

        assertThat(indicator.measure()).isEqualTo(Measure.STATE);
        assertThat(indicator.resolutionSeconds()).isEqualTo(300);
        assertThat(indicator.outcome()).contains(Outcome.OUTCOME);
        assertThat(indicator.synthetic()).isTrue();
        assertThat(indicator.tool()).contains("prometheus-eu");
    }

    @Test
    void anUnknownAnnotationOfOursIsAProblemAndOthersAreNot() {
        String annotated = change(
                Example.SLI,
                "{name: checkout-requests}",
                "{name: checkout-requests, annotations: {plimsoll/resolution: '300', my-domain.org/x: y}}");

        assertThat(Judged.lines(Judged.catalog(annotated)))
                .containsExactly("catalog/a.yaml:4: metadata.annotations['plimsoll/resolution']: unknown annotation"
                        + " 'plimsoll/resolution'; did you mean 'plimsoll/resolutionSeconds'? known annotations: plimsoll/measure,"
                        + " plimsoll/resolutionSeconds,"
                        + " plimsoll/outcome, plimsoll/synthetic, plimsoll/tool, plimsoll/effectiveFrom,"
                        + " plimsoll/effectiveTo");
    }

    @Test
    void whatBelongsToAnIndicatorIsAProblemElsewhere() {
        String annotated = change(
                Example.ALL, "{name: checkout-slo}", "{name: checkout-slo, annotations: {plimsoll/measure: counts}}");

        assertThat(Judged.lines(Judged.catalog(annotated)))
                .contains(
                        "catalog/a.yaml:17: metadata.annotations['plimsoll/measure']: 'plimsoll/measure' belongs to an"
                                + " indicator; write it in the metadata of the SLI");
    }

    @Test
    void anInlineIndicatorIsOneOfTheCatalogue() {
        String inline = change(Example.SLO, "indicatorRef: checkout-requests", """
                indicator:
                    metadata: {name: inline-latency, annotations: {plimsoll/resolutionSeconds: '120'}}
                    spec: {thresholdMetric: {metricSource: {spec: {query: p95}}}}""");
        String withThreshold = change(inline, "target: 0.999", "target: 0.999, op: lte, value: 250.0");

        Loaded<Catalog> loaded = Judged.catalog(Example.SERVICE + withThreshold);

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().indicators()).singleElement().satisfies(indicator -> {
            assertThat(indicator.sliId()).isEqualTo("inline-latency");
            assertThat(indicator.measure()).isEqualTo(Measure.VALUE);
            assertThat(indicator.resolutionSeconds()).isEqualTo(120);
        });
        assertThat(loaded.value().objectives()).singleElement().satisfies(objective -> {
            assertThat(objective.sliId()).isEqualTo("inline-latency");
            assertThat(objective.op()).contains(Comparison.LTE);
            assertThat(objective.threshold()).contains(new BigDecimal("250.0"));
        });
    }

    @Test
    void oneFileThatIsBrokenDoesNotStopTheOthers() {
        Loaded<Catalog> loaded = Catalog.load(TextFiles.of(
                "catalog/broken.yaml", "a: [1\n",
                "catalog/deep/er/good.yml", Example.SERVICE,
                "catalog/also.json",
                        "{\"apiVersion\": \"openslo/v1\", \"kind\": \"Service\", \"metadata\": {\"name\": \"b\"}}",
                "catalog/notes.txt", "not read"));

        assertThat(loaded.value().services()).extracting(Service::name).containsExactly("b", "checkout");
        assertThat(loaded.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.file()).isEqualTo("catalog/broken.yaml"));
    }

    @Test
    void aPlimsollServiceCompletesTheOpenSloServiceOfItsName() {
        Service service =
                Judged.catalog(Example.SERVICE + """
                                ---
                                apiVersion: plimsoll/v1
                                kind: Service
                                metadata: {name: checkout}
                                spec: {criticality: critical, tier: 1, environment: cloud, wentLiveOn: 2024-03-01, staff: 4.5}
                                """).value().services().get(0);

        assertThat(service.displayName()).contains("Checkout");
        assertThat(service.description()).contains("Takes the order");
        assertThat(service.criticality()).contains(Criticality.CRITICAL);
        assertThat(service.tier()).contains("1");
        assertThat(service.environment()).contains(HostEnvironment.CLOUD);
        assertThat(service.staff()).contains(new BigDecimal("4.5"));
    }

    @Test
    void anAgreementHasDefaultsWhereItSaysNothing() {
        Agreement agreement = Judged.catalog(Example.ALL).value().agreements().get(0);

        assertThat(agreement.type()).isEqualTo(AgreementType.SLA);
        assertThat(agreement.objectives()).containsExactly(new PromisedObjective("checkout-slo", Optional.empty()));
        assertThat(agreement.missingData()).isEqualTo(MissingData.IGNORE);
        assertThat(agreement.minimumCoverage()).isEqualTo(new BigDecimal("0.95"));
        assertThat(agreement.exclusions()).isEmpty();
        assertThat(agreement.credits()).isEmpty();
        assertThat(agreement.effective()).isEqualTo(Effective.ALWAYS);
    }

    @Test
    void aKindOfEachSortLoads() {
        Loaded<Catalog> loaded = Judged.catalog("""
                {apiVersion: plimsoll/v1, kind: BusinessUnit, metadata: {name: retail}, spec: {title: Retail, owner: Ann, weight: 0.6}}
                ---
                {apiVersion: plimsoll/v1, kind: Team, metadata: {name: Group 56}, spec: {businessUnit: retail}}
                ---
                {apiVersion: plimsoll/v1, kind: Vendor, metadata: {name: payharbor}, spec: {sensitivity: internal}}
                ---
                {apiVersion: plimsoll/v1, kind: Customer, metadata: {name: acme}, spec: {title: ACME}}
                ---
                {apiVersion: plimsoll/v1, kind: JourneyStage, metadata: {name: pay}, spec: {weight: 0.2}}
                ---
                {apiVersion: plimsoll/v1, kind: Automation, metadata: {name: restart}, spec: {condition: stuck, impact: high, gated: true}}
                ---
                {apiVersion: plimsoll/v1, kind: Runbook, metadata: {name: rb-1}, spec: {scope: checkout}}
                ---
                {apiVersion: plimsoll/v1, kind: EscalationPath, metadata: {name: p1}, spec: {respondWithinMinutes: 15}}
                ---
                {apiVersion: plimsoll/v1, kind: Strategy, metadata: {name: s}, spec: {effectiveFrom: 2026-01-01, themes: {cost: 0.3}, businessUnits: {retail: 1}, journeyStages: {pay: 2}}}
                """);

        Catalog catalog = loaded.value();
        assertThat(loaded.problems()).isEmpty();
        assertThat(catalog.businessUnits().get(0).weight()).contains(new BigDecimal("0.6"));
        assertThat(catalog.teams().get(0).name()).isEqualTo("Group 56");
        assertThat(catalog.vendors().get(0).sensitivity()).contains("internal");
        assertThat(catalog.customers().get(0).title()).contains("ACME");
        assertThat(catalog.journeyStages().get(0).name()).isEqualTo("pay");
        assertThat(catalog.automations().get(0).gated()).isTrue();
        assertThat(catalog.automations().get(0).impact()).contains(Impact.HIGH);
        assertThat(catalog.runbooks().get(0).scope()).contains("checkout");
        assertThat(catalog.escalationPaths().get(0).respondWithinMinutes()).contains(15);
        assertThat(catalog.strategies().get(0).themes()).containsEntry("cost", new BigDecimal("0.3"));
    }

    @Test
    void aResourceCarriesItsCapacityAndCost() {
        Resource resource =
                Judged.catalog(Example.SERVICE + """
                                ---
                                apiVersion: plimsoll/v1
                                kind: Resource
                                metadata: {name: i-0abc/1}
                                spec:
                                  service: checkout
                                  metrics: [cpu, memory]
                                  unit: vcpu
                                  capacity: 48
                                  leadTimeDays: 14
                                  orderStep: 4
                                  unitCost: 31.50
                                  currency: USD
                                  targetUtilisation: 0.65
                                  redundancy: N+1
                                  billingSelector: ServiceCategory = 'Compute'
                                """).value().resources().get(0);

        assertThat(resource.metrics()).isEqualTo(List.of("cpu", "memory"));
        assertThat(resource.capacity()).contains(new BigDecimal("48"));
        assertThat(resource.leadTimeDays()).contains(14);
        assertThat(resource.unitCost()).contains(new BigDecimal("31.50"));
        assertThat(resource.redundancy()).isEqualTo(new Redundancy(1, false));
        assertThat(resource.billingSelector()).contains("ServiceCategory = 'Compute'");
    }

    @Test
    void anUnknownKeyOfAPlimsollDocumentIsAProblem() {
        String misspelt = change(Example.AGREEMENT, "  period:", "  serviceHour: office\n  period:");

        assertThat(Judged.lines(Judged.catalog(Example.SERVICE + Example.SLI + Example.SLO + misspelt)))
                .singleElement()
                .asString()
                .startsWith(
                        "catalog/a.yaml:31: spec.serviceHour: unknown key 'serviceHour'; did you mean 'serviceHours'?"
                                + " known keys: type, service, ");
    }
}
