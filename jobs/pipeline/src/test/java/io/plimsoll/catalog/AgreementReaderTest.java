package io.plimsoll.catalog;

import static io.plimsoll.catalog.Example.change;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AgreementReaderTest {

    private static final String REST = Example.SERVICE + Example.SLI + Example.SLO;

    private static Agreement with(String lines) {
        Loaded<Catalog> loaded =
                Judged.catalog(REST + change(Example.AGREEMENT, "  period:", lines.indent(2) + "  period:"));
        assertThat(loaded.problems()).isEmpty();
        return loaded.value().agreements().get(0);
    }

    private static String problem(String lines) {
        return Judged.document(change(Example.AGREEMENT, "---\n", "").concat(lines.indent(2)))
                .toString();
    }

    @Test
    void policiesStandByKindOfWindow() {
        Agreement agreement = with("""
                exclusions:
                  planned: {treatment: count_good, noticeHours: 72, monthlyCapMinutes: 120}
                  emergency: {treatment: measured}
                """);

        assertThat(agreement.exclusions())
                .containsExactly(
                        Map.entry(
                                "planned",
                                new ExclusionPolicy(Treatment.COUNT_GOOD, Optional.of(72), Optional.of(120))),
                        Map.entry(
                                "emergency",
                                new ExclusionPolicy(Treatment.MEASURED, Optional.empty(), Optional.empty())));
    }

    @Test
    void tiersAreRatiosFromTheLowest() {
        Credits credits =
                with("credits: {tiers: [{below: 99.9, percent: 10}, {below: 99, percent: 25}], capPercent: 50,"
                                + " claimWithinDays: 30}")
                        .credits()
                        .orElseThrow();

        assertThat(credits.tiers())
                .containsExactly(
                        new CreditTier(new BigDecimal("0.99"), new BigDecimal("25")),
                        new CreditTier(new BigDecimal("0.999"), new BigDecimal("10")));
        assertThat(credits.base()).isEqualTo("service_charges");
        assertThat(credits.capPercent()).contains(new BigDecimal("50"));
        assertThat(credits.claimWithinDays()).contains(30);
    }

    @Test
    void datesAreItsFirstAndTheFirstAfterItsLastDay() {
        Agreement agreement = with("effectiveFrom: 2026-01-01\neffectiveTo: 2026-05-01");

        assertThat(agreement.effective().contains(LocalDate.of(2026, 4, 30))).isTrue();
        assertThat(agreement.effective().contains(LocalDate.of(2026, 5, 1))).isFalse();
    }

    @Test
    void aTargetOfItsOwnMayStandInQuotes() {
        String quoted = change(Example.AGREEMENT, "{slo: checkout-slo}", "{slo: checkout-slo, target: '0.9985'}");

        assertThat(Judged.catalog(REST + quoted).value().agreements().get(0).objectives())
                .containsExactly(new PromisedObjective("checkout-slo", Optional.of(new BigDecimal("0.9985"))));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "missingData: ignored|'ignored' is not one of ignore, bad, good; did you mean 'ignore'?",
                "minimumCoverage: 95|'95' is not in [0,1]; write a ratio such as 0.999",
                "exclusions: {plannned: {treatment: remove}}|unknown kind of window 'plannned'; did you mean 'planned'?"
                        + " known kinds: planned, emergency, force_majeure, customer_caused",
                "exclusions: {planned: {noticeHours: 1}}|spec.exclusions.planned.treatment: is required",
                "exclusions: {planned: {treatment: remove, noticeHours: -1}}|'-1' is negative; write a whole number from 0",
                "credits: {}|spec.credits.tiers: is required; write at least one element",
                "credits: {tiers: [{below: 0.999, percent: 10}]}|'0.999' is not in (1,100]; write the bound as a percentage"
                        + " such as 99.9",
                "credits: {tiers: [{below: 99, percent: 10}, {below: 99.0, percent: 5}]}|two tiers have the same bound; keep one",
                "effectiveFrom: 1.5.2026|'1.5.2026' is not a day; write it as 2026-05-01"
            })
    void whatIsWrongIsSaid(String line, String message) {
        assertThat(problem(line)).contains(message);
    }

    @Test
    void anAgreementInForceOnNoDayIsWrong() {
        assertThat(problem("effectiveFrom: 2026-05-01\neffectiveTo: 2026-05-01"))
                .contains(
                        "spec.effectiveTo: '2026-05-01' is not after effectiveFrom '2026-05-01'; it is the first day on"
                                + " which the version is no longer in force");
    }

    @ParameterizedTest
    @CsvSource({
        "type: SLA, spec.type",
        "service: checkout, spec.service",
        "'period: {unit: month, zone: Europe/London}', spec.period",
        "'objectives: [{slo: checkout-slo}]', spec.objectives"
    })
    void whatItNeedsIsRequired(String line, String field) {
        assertThat(Judged.fields(change(Example.AGREEMENT, "  " + line + "\n", "")))
                .containsExactly(field);
    }
}
