package io.plimsoll.catalog;

import static io.plimsoll.catalog.Example.change;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.TextFiles;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same name several times, with dates that do and do not overlap. */
final class VersionsTest {

    private static final String REST = Example.SERVICE + Example.SLI;

    private static String slo(String annotations, String target) {
        return change(
                change(Example.SLO, "{name: checkout-slo}", "{name: checkout-slo, annotations: {" + annotations + "}}"),
                "0.999",
                target);
    }

    private static String inline(String slo, String query) {
        return change(
                change(Example.SLO, "checkout-slo", slo),
                "indicatorRef: checkout-requests",
                "indicator: {metadata: {name: shared}, spec: {ratioMetric: {good: {metricSource: {spec: {query: "
                        + query + "}}}, total: {metricSource: {spec: {query: all}}}}}}");
    }

    @Test
    void versionsThatFollowEachOtherAreBothLoaded() {
        Loaded<Catalog> loaded = Judged.catalog(REST
                + slo("plimsoll/effectiveTo: 2026-05-01", "0.99")
                + slo("plimsoll/effectiveFrom: 2026-05-01", "0.999"));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().objectives())
                .extracting(Objective::target)
                .containsExactly(new BigDecimal("0.99"), new BigDecimal("0.999"));
    }

    @Test
    void ofVersionsThatOverlapNoneIsLoaded() {
        Loaded<Catalog> loaded = Catalog.load(TextFiles.of(
                "catalog/1.yaml",
                REST + slo("plimsoll/effectiveTo: 2026-05-02", "0.99"),
                "catalog/2.yaml",
                slo("plimsoll/effectiveFrom: 2026-05-01", "0.999")));

        assertThat(loaded.value().objectives()).isEmpty();
        assertThat(Judged.lines(loaded))
                .containsExactly("catalog/2.yaml:4: metadata.name: SLO 'checkout-slo' stands twice for the same days:"
                        + " [2026-05-01, …) here (catalog/2.yaml:2) and […, 2026-05-02) at catalog/1.yaml:15; keep one, or set"
                        + " effectiveFrom and effectiveTo so that they do not overlap; neither is loaded");
    }

    @Test
    void whatPromisesADuplicateSaysSo() {
        Loaded<Catalog> loaded = Judged.catalog(REST + Example.SLO + Example.SLO + Example.AGREEMENT);

        assertThat(loaded.value().agreements()).isEmpty();
        assertThat(Judged.lines(loaded))
                .anySatisfy(line -> assertThat(line)
                        .contains("Agreement 'acme-checkout' is not loaded: its objective 'checkout-slo' is declared at"
                                + " catalog/a.yaml:15, but not loaded"));
    }

    @Test
    void oneIndicatorInlineInTwoSlosIsOne() {
        Loaded<Catalog> loaded = Judged.catalog(Example.SERVICE + inline("a", "good") + inline("b", "good"));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().indicators())
                .singleElement()
                .satisfies(indicator -> assertThat(indicator.service()).isEqualTo(Optional.of("checkout")));
    }

    @Test
    void twoIndicatorsOfOneNameAreAProblem() {
        Loaded<Catalog> loaded = Judged.catalog(Example.SERVICE + inline("a", "good") + inline("b", "better"));

        assertThat(loaded.value().objectives()).isEmpty();
        assertThat(Judged.lines(loaded))
                .anySatisfy(
                        line -> assertThat(line)
                                .startsWith(
                                        "catalog/a.yaml:22: spec.indicator.metadata.name: SLI 'shared' stands twice for the same days: always here"));
    }

    @Test
    void aServiceMayChangeItsTeam() {
        String service = "---\n{apiVersion: plimsoll/v1, kind: Service, metadata: {name: checkout}, spec: {%s}}\n";

        Loaded<Catalog> loaded = Judged.catalog(Example.SERVICE
                + service.formatted("tier: 1, effectiveTo: 2026-05-01")
                + service.formatted("tier: 2, effectiveFrom: 2026-05-01"));

        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.value().services())
                .extracting(Service::tier, Service::displayName)
                .containsExactly(
                        tuple(Optional.of("1"), Optional.of("Checkout")),
                        tuple(Optional.of("2"), Optional.of("Checkout")));
    }
}
