package io.plimsoll.gold.objectives;

import static io.plimsoll.testing.OneAgreement.slot;
import static io.plimsoll.testing.OneAgreement.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.contract.Parameters;
import io.plimsoll.silver.catalogue.AgreementTable;
import io.plimsoll.testing.OneAgreement;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

/** One agreement over January 2026 in UTC, its indicator on a grid of 1000 s or a state history. */
class SlaComplianceTest {

    private static final Parameters PARAMETERS =
            new Parameters(LocalDate.of(2026, 2, 1), ZoneOffset.UTC, Optional.empty());

    @Test
    void occurrencesSumBeforeTheyDivide() {
        Row row = judge("0.99", "Occurrences", Map.of(), List.of(slot(0, 990, 1000), slot(1, 10, 10)), List.of());

        assertThat(row.<BigDecimal>getAs("good")).isEqualByComparingTo("1000");
        assertThat(row.<BigDecimal>getAs("total")).isEqualByComparingTo("1010");
        assertThat(row.<Double>getAs("attained_net")).isEqualTo(1000.0 / 1010.0);
        assertThat(row.<String>getAs("status")).isEqualTo("MET");
    }

    @Test
    void exactlyTheTargetIsMetAndExactlyTheTiersBoundEarnsNoCredit() {
        Row row = judge("0.999", "Occurrences", Map.of(), List.of(slot(0, 999, 1000)), List.of());

        assertThat(row.<String>getAs("status")).isEqualTo("MET");
        assertThat(row.<BigDecimal>getAs("credit_percent")).isZero();
        assertThat(row.<BigDecimal>getAs("credit_due")).isZero();
    }

    @Test
    void aSlotRemovedByMaintenanceLeavesNetAndStaysInGross() {
        Map<String, Object> maintenance = window("w1", 1000, 2000);
        Row row = judge(
                "0.99",
                "Occurrences",
                Map.of("planned", RowFactory.create("remove", null, null)),
                List.of(slot(0, 10, 10), slot(1, 0, 10)),
                List.of(maintenance));

        assertThat(row.<Double>getAs("attained_net")).isEqualTo(1.0);
        assertThat(row.<Double>getAs("attained_gross")).isEqualTo(0.5);
        assertThat(row.<Long>getAs("excluded_seconds")).isEqualTo(1000L);
    }

    @Test
    void aSlotCountedGoodStaysInTheTotal() {
        Row row = judge(
                "0.99",
                "Occurrences",
                Map.of("planned", RowFactory.create("count_good", null, null)),
                List.of(slot(0, 10, 10), slot(1, 0, 10)),
                List.of(window("w1", 1000, 2000)));

        assertThat(row.<BigDecimal>getAs("good")).isEqualByComparingTo("20");
        assertThat(row.<BigDecimal>getAs("total")).isEqualByComparingTo("20");
    }

    @Test
    void noTrafficIsNeverMetAndOwesNothing() {
        Row row = judge("0.99", "Occurrences", Map.of(), List.of(slot(0, 0, 0)), List.of());

        assertThat(row.<String>getAs("status")).isEqualTo("NO_TRAFFIC");
        assertThat(row.<Object>getAs("attained_net")).isNull();
        assertThat(row.<Object>getAs("credit_percent")).isNull();
        assertThat(row.<Object>getAs("credit_due")).isNull();
    }

    @Test
    void aFigureBelowTheBoundEarnsAShareOfTheServicesCharges() {
        Row row = judge("0.9995", "Occurrences", Map.of(), List.of(slot(0, 998_999, 1_000_000)), List.of());

        assertThat(row.<BigDecimal>getAs("credit_percent")).isEqualByComparingTo("10");
        assertThat(row.<BigDecimal>getAs("credit_due")).isEqualByComparingTo("10.0005");
        assertThat(row.<String>getAs("credit_currency")).isEqualTo("USD");
    }

    @Test
    void sliceRatiosAreComparedWithTheTierAsAnExactSum() {
        Row row = judge("0.9", "RatioTimeslices", Map.of(), List.of(slot(0, 2, 3), slot(1, 1, 1)), List.of());

        assertThat(row.<Double>getAs("attained_net")).isCloseTo(5.0 / 6, within(1e-8));
        assertThat(row.<BigDecimal>getAs("credit_percent")).isEqualByComparingTo("25");
    }

    @Test
    void aWindowThatIsThePeriodGivesThePeriodsFigures() {
        Rows silver = OneAgreement.silver(
                "0.9",
                "RatioTimeslices",
                Map.of("planned", RowFactory.create("remove", null, 1)),
                List.of(slot(0, 2, 3), slot(1, 0, 1), slot(2, 5, 7)),
                List.of(window("w1", 1000, 2000)));
        Row period = period(silver);
        Row window = WindowAttainment.of(
                        silver.inputs(),
                        PARAMETERS,
                        "o",
                        Optional.empty(),
                        OneAgreement.START,
                        Instant.parse("2026-02-01T00:00:00Z"))
                .first();

        for (String figure : List.of(
                "status",
                "attained_net",
                "attained_gross",
                "good",
                "total",
                "good_gross",
                "total_gross",
                "excluded_seconds",
                "unknown_seconds",
                "coverage_ratio")) {
            assertThat(window.<Object>getAs(figure)).as(figure).isEqualTo(period.getAs(figure));
        }
    }

    /** The grid is aligned to the epoch: of its points only that 400 s after the start lies in the window. */
    @Test
    void aWindowCountsItsOwnSlotsAndAnObjectiveWithoutAgreementStandsAlone() {
        Rows silver = OneAgreement.silver(
                        "0.9", "Occurrences", Map.of(), List.of(slot(0, 1, 10), slot(1, 9, 10)), List.of())
                .with(AgreementTable.CONTRACT, List.of());
        Row window = WindowAttainment.of(
                        silver.inputs(),
                        PARAMETERS,
                        "o",
                        Optional.empty(),
                        OneAgreement.START.plusSeconds(1),
                        OneAgreement.START.plusSeconds(1300))
                .first();

        assertThat(window.<String>getAs("agreement_id")).isEqualTo(WindowAttainment.NO_AGREEMENT);
        assertThat(window.<BigDecimal>getAs("good")).isEqualByComparingTo("9");
        assertThat(window.<BigDecimal>getAs("total")).isEqualByComparingTo("10");
        assertThat(window.<Double>getAs("coverage_ratio")).isEqualTo(1.0);
    }

    private static Row judge(
            String target,
            String method,
            Map<String, Row> exclusions,
            List<Map<String, Object>> slots,
            List<Map<String, Object>> windows) {
        return period(OneAgreement.silver(target, method, exclusions, slots, windows));
    }

    private static Row period(Rows silver) {
        Dataset<Row> scope = new AgreementScope().build(silver.inputs(), PARAMETERS);
        Dataset<Row> compliance = new SlaCompliance()
                .build(
                        name -> name.equals(AgreementScope.NAME)
                                ? scope
                                : silver.inputs().table(name),
                        PARAMETERS);
        List<Row> rows = compliance.collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
