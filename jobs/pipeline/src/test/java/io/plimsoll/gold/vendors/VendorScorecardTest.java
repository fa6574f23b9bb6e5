package io.plimsoll.gold.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.contract.Field;
import io.plimsoll.testing.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VendorScorecardTest {

    private static final LocalDate JANUARY = LocalDate.of(2026, 1, 10);
    private static final Field[] FIGURES = {
        VendorScorecard.SCORE,
        VendorScorecardDetail.SCORE_LO,
        VendorScorecardDetail.SCORE_HI,
        VendorScorecard.RANK,
        VendorScorecard.RANK_LO,
        VendorScorecard.RANK_HI,
        VendorScorecard.RANK_STABILITY
    };

    /** Steady keeps its promises and says so; veiled breaks February, hides an incident and is cheap. */
    private static VendorRows quarter(UnaryOperator<String> name) {
        String steady = name.apply("steady");
        String veiled = name.apply("veiled");
        return new VendorRows()
                .vendor(steady)
                .vendor(veiled)
                .month(steady, 1, "MET", 744, 744)
                .month(steady, 2, "MET", 671, 672)
                .month(steady, 3, "MET", 744, 744)
                .month(veiled, 1, "MET", 740, 744)
                .month(veiled, 2, "BREACHED", 630, 672)
                .month(veiled, 3, "NO_DATA", 10, 10)
                .incident("i1", steady, JANUARY.plusDays(40), 1, "power")
                .incident("i2", veiled, JANUARY, 4, "network")
                .incident("i3", veiled, JANUARY.plusDays(30), 20, "network")
                .incident("i4", veiled, JANUARY.plusDays(35), 18, "disk")
                .report(steady, 1, "1.00000000", 0, "0", 9)
                .report(steady, 2, "0.99850000", 1, "0", 10)
                .report(veiled, 1, "0.99460000", 1, "0", 12)
                .report(veiled, 2, "0.99900000", 1, "20", 8)
                .credit(veiled, 2, "100", "0")
                .charge(steady, 1, "2159")
                .charge(veiled, 1, "137");
    }

    private static List<@Nullable Object> record(Dataset<Row> detail, String vendor, String dimension) {
        return Rows.values(
                        detail.where("quarter_start = DATE'2026-01-01'")
                                .where(VendorScorecardDetail.VENDOR_ID.col().equalTo(vendor))
                                .where(VendorScorecardDetail.DIMENSION.col().equalTo(dimension)),
                        VendorScorecardDetail.NUMERATOR,
                        VendorScorecardDetail.DENOMINATOR)
                .get(0);
    }

    /**
     * By hand: of three months one is not judged; i3 has the service and cause of i2 of 30 days before; January's report claims 0.9946
     * of 740/744 = 0.99462, February's 0.999 of 0.9375; three incidents, two disclosed; 137 EUR over 740 + 630 good hours.
     */
    @Test
    void everyDimensionCountsItsRecord() {
        Dataset<Row> detail = quarter(UnaryOperator.identity()).table(VendorScorecardDetail.NAME);

        assertThat(record(detail, "veiled", "attainment")).containsExactly(1.0, 2.0);
        assertThat(record(detail, "veiled", "restoration")).containsExactly(1.0, 3.0);
        assertThat(record(detail, "veiled", "recurrence")).containsExactly(1.0, 1.0);
        assertThat(record(detail, "veiled", "punctuality")).containsExactly(1.0, 2.0);
        assertThat(record(detail, "veiled", "accuracy")).containsExactly(1.0, 2.0);
        assertThat(record(detail, "veiled", "disclosure")).containsExactly(2.0, 3.0);
        assertThat(record(detail, "veiled", "credits")).containsExactly(0.0, 1.0);
        assertThat(record(detail, "veiled", "cost")).containsExactly(137.0, 1370.0);
        assertThat(record(detail, "veiled", "trend")).containsExactly(null, null);
        assertThat(record(detail, "steady", "credits")).containsExactly(null, null);
    }

    /** By hand: (740 + 630) of 1416 hours; (0.9946·744 + 0.999·672)/1416 = 0.996688. Cost: 0.1 and 1 EUR an hour have the median 0.55. */
    @Test
    void aCheapVendorThatHidesIsNotAheadOfASteadyOne() {
        Dataset<Row> cards =
                quarter(UnaryOperator.identity()).table(VendorScorecard.NAME).where("quarter_start = DATE'2026-01-01'");

        Row veiled = cards.where("vendor_id = 'veiled'").first();
        Row steady = cards.where("vendor_id = 'steady'").first();
        assertThat(veiled.<Integer>getAs("rank")).isEqualTo(2);
        assertThat(steady.<Integer>getAs("rank")).isEqualTo(1);
        assertThat(veiled.<Double>getAs("cost_score")).isCloseTo(0.55 / 0.65, within(1e-12));
        assertThat(veiled.<Object>getAs("credits_due")).hasToString("100.0000");
        assertThat(veiled.<Double>getAs("measured_availability")).isCloseTo(1370.0 / 1416, within(1e-12));
        assertThat(veiled.<Double>getAs("reported_availability")).isCloseTo(0.996688, within(1e-6));
        assertThat(steady.<Object>getAs("credits_score")).isNull();
        assertThat(steady.<String>getList(steady.fieldIndex("dimensions_on_record")))
                .doesNotContain("credits", "trend")
                .contains("attainment", "disclosure");
    }

    /** In the quarter that has just begun nothing is on record: whatever the scores differ by is noise. */
    @Test
    void aQuartersMovementIsToldFromNoise() {
        List<Row> steady = quarter(UnaryOperator.identity())
                .table(VendorScorecard.NAME)
                .where("vendor_id = 'steady'")
                .orderBy("quarter_start")
                .collectAsList();

        assertThat(steady).hasSize(2);
        assertThat(steady.get(0).<Object>getAs("score_change")).isNull();
        assertThat(steady.get(0).<Object>getAs("movement")).isNull();
        assertThat(steady.get(1).<Double>getAs("score_change"))
                .isCloseTo(steady.get(1).<Double>getAs("score") - steady.get(0).<Double>getAs("score"), within(1e-12));
        assertThat(steady.get(1).<String>getAs("movement")).isEqualTo("WITHIN_CHANCE");
    }

    @Test
    void namesChangeNothing() {
        List<List<@Nullable Object>> figures = figures(quarter(UnaryOperator.identity()));

        List<List<@Nullable Object>> renamed = figures(quarter(name -> name.equals("steady") ? "zephyr" : "acme"));

        assertThat(renamed).containsExactlyInAnyOrderElementsOf(figures);
    }

    private static List<List<@Nullable Object>> figures(VendorRows rows) {
        return new ArrayList<>(Rows.values(rows.table(VendorScorecard.NAME), FIGURES));
    }

    @Test
    void withoutARecordAVendorIsWideAndTied() {
        Dataset<Row> cards = new VendorRows().vendor("first").vendor("second").table(VendorScorecard.NAME);

        Row first = cards.where("vendor_id = 'first' AND quarter_start = DATE'2026-01-01'")
                .first();
        assertThat(first.<String>getList(first.fieldIndex("tied_with"))).containsExactly("second");
        assertThat(first.<Double>getAs("score_hi") - first.<Double>getAs("score_lo"))
                .isGreaterThan(0.4);
        assertThat(first.<String>getList(first.fieldIndex("dimensions_on_record")))
                .containsExactly("recurrence");
        assertThat(first.<Object>getAs("credits_due")).isNull();
    }
}
