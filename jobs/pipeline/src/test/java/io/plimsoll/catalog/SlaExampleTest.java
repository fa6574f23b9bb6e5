package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.config.Loaded;
import io.plimsoll.config.Workspace;
import io.plimsoll.testing.Reference;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The catalogue of the example workspace, reference/sla-example. */
final class SlaExampleTest {

    private static Loaded<Catalog> load() {
        return Catalog.load(
                new Workspace(Reference.path("sla-example/workspace").toString()));
    }

    @Test
    void loadsWithoutProblems() {
        assertThat(load().problems()).isEmpty();
    }

    @Test
    void everyAgreementHasItsObjective() {
        Catalog catalog = load().value();

        assertThat(catalog.agreements())
                .hasSize(6)
                .allSatisfy(agreement -> assertThat(agreement.objectives())
                        .singleElement()
                        .satisfies(promised ->
                                assertThat(promised.objectiveId()).isEqualTo(agreement.service() + "-sli-slo")));
    }

    @Test
    void agreementFiveSaysWhatItsDocumentSays() {
        Agreement agreement = load().value().agreements().get(5);

        assertThat(agreement.name()).isEqualTo("acme-svc-5");
        assertThat(agreement.zone()).isEqualTo(ZoneId.of("Australia/Lord_Howe"));
        assertThat(agreement.period()).isEqualTo(PeriodUnit.MONTH);
        assertThat(agreement.objectives())
                .containsExactly(new PromisedObjective("svc-5-sli-slo", Optional.of(new BigDecimal("0.9"))));
        assertThat(agreement.exclusions())
                .containsEntry("planned", new ExclusionPolicy(Treatment.COUNT_GOOD, Optional.of(24), Optional.of(120)));
        assertThat(agreement.minimumCoverage()).isEqualTo(new BigDecimal("0.8"));
        assertThat(agreement.serviceHours()).contains("shop-hours");
        assertThat(agreement.effective())
                .isEqualTo(new Effective(Optional.of(LocalDate.of(2026, 2, 13)), Optional.empty()));
    }

    @Test
    void everyMeasureAndMethodIsRead() {
        Catalog catalog = load().value();

        assertThat(catalog.indicators())
                .extracting(Indicator::measure)
                .containsExactly(
                        Measure.COUNTS, Measure.COUNTS, Measure.COUNTS, Measure.VALUE, Measure.STATE, Measure.COUNTS);
        assertThat(catalog.objectives())
                .extracting(Objective::method)
                .containsExactly(
                        BudgetingMethod.OCCURRENCES,
                        BudgetingMethod.TIMESLICES,
                        BudgetingMethod.RATIO_TIMESLICES,
                        BudgetingMethod.TIMESLICES,
                        BudgetingMethod.OCCURRENCES,
                        BudgetingMethod.OCCURRENCES);
        assertThat(catalog.objectives().get(3).threshold()).contains(new BigDecimal("250.0"));
    }

    @Test
    void itsCalendarClosesOnSundaysAndHolidays() {
        ServiceCalendar calendar = load().value().calendars().get(0);

        assertThat(calendar.weekly()).doesNotContainKey(DayOfWeek.SUNDAY);
        assertThat(calendar.weekly().get(DayOfWeek.SATURDAY)).isEqualTo(List.of(new LocalRange(32_400, 86_400)));
        assertThat(calendar.holidays()).containsExactlyInAnyOrder(LocalDate.of(2026, 3, 19), LocalDate.of(2026, 2, 22));
    }
}
