package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.ThreeServices;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class BreachAttributionTest {

    /** The shop is down for 10 h; 6 of them with its platform, 2 of those with the cloud below. 744 h x 1 % allow 7.44 h. */
    @Test
    void everyBadSecondIsOnePartysTheDeepestThatWasBadThen() {
        Dataset<Row> rows = outage().table(BreachAttribution.NAME);

        assertThat(Rows.values(
                        rows,
                        BreachAttribution.PARTY_KIND,
                        BreachAttribution.PARTY_ID,
                        BreachAttribution.BAD_SECONDS,
                        BreachAttribution.SHARE_RATIO,
                        BreachAttribution.IS_DECISIVE))
                .containsExactlyInAnyOrder(
                        List.of("vendor", "nimbus", 2 * 3600L, 0.2, false),
                        List.of("team", "base", 4 * 3600L, 0.4, true),
                        List.of("provider", "web", 4 * 3600L, 0.4, true));
        assertWhole(rows);
    }

    @Test
    void permutedRecordsGiveTheSameParties() {
        List<List<Object>> inOrder = bad(outage().table(BreachAttribution.NAME));

        assertThat(bad(outage().shuffled(7).table(BreachAttribution.NAME)))
                .containsExactlyInAnyOrderElementsOf(inOrder);
    }

    /** Excluded seconds are nobody's: planned work from 217 to 220 takes one hour of the provider's and two of the platform's. */
    @Test
    void whatIsExcludedIsNotAttributed() {
        Dataset<Row> rows = outage().withAgreement("shop-sla", "exclusions", Map.of("planned", removal()))
                .maintenance("w1", "shop", 217, 220, 48.0)
                .table(BreachAttribution.NAME);

        assertThat(Rows.values(rows, BreachAttribution.PARTY_ID, BreachAttribution.BAD_SECONDS))
                .containsExactlyInAnyOrder(
                        List.of("web", 3 * 3600L), List.of("base", 2 * 3600L), List.of("nimbus", 2 * 3600L));
        assertWhole(rows);
    }

    /** Slots of an hour: 30 of 100 failed while the cloud was down, 5 of 100 while nobody below was. */
    @Test
    void aSlotsEventsAreWhoseIndicatorWasBadInIt() {
        Dataset<Row> rows = new ThreeServices()
                .counting("shop", 3600)
                .slot("shop", 10, 70, 100)
                .slot("shop", 11, 95, 100)
                .slot("shop", 12, 100, 100)
                .down("cloud", 10.5, 10.75)
                .table(BreachAttribution.NAME);

        assertThat(bad(rows))
                .containsExactlyInAnyOrder(
                        List.of("nimbus", new BigDecimal("30.000000000"), 3600L),
                        List.of("web", new BigDecimal("5.000000000"), 3600L));
        assertWhole(rows);
    }

    /**
     * Two thirds miss in each of two slices, and 741 slices of an hour without any slot count as bad; of both, one while the
     * platform was down. 744 less 1.666666667 is 742.333333333: the larger share gives up what rounding would add.
     */
    @Test
    void sharesOfSlicesAndSlicesWithoutASlotAddUpToo() {
        Dataset<Row> rows = new ThreeServices()
                .withObjective("shop", "method", "RatioTimeslices")
                .withObjective("shop", "time_slice_seconds", 3600L)
                .withAgreement("shop-sla", "missing_data", "bad")
                .counting("shop", 3600)
                .slot("shop", 0, 1, 3)
                .slot("shop", 1, 1, 3)
                .slot("shop", 2, 3, 3)
                .down("platform", 1, 4)
                .table(BreachAttribution.NAME);

        assertThat(bad(rows))
                .containsExactlyInAnyOrder(
                        List.of("base", new BigDecimal("1.666666667"), 2 * 3600L),
                        List.of("web", new BigDecimal("740.666666666"), 741 * 3600L));
        assertWhole(rows);
    }

    private static ThreeServices outage() {
        return new ThreeServices()
                .down("shop", 216, 226)
                .down("platform", 218, 224)
                .down("cloud", 220, 222);
    }

    private static Row removal() {
        return RowFactory.create("remove", null, null);
    }

    private static List<List<Object>> bad(Dataset<Row> rows) {
        return Rows.values(rows, BreachAttribution.PARTY_ID, BreachAttribution.BAD, BreachAttribution.BAD_SECONDS);
    }

    private static void assertWhole(Dataset<Row> rows) {
        assertThat(rows.where("parties_bad <> period_bad OR parties_bad_seconds <> period_bad_seconds")
                        .count())
                .isZero();
        assertThat(rows.count()).isPositive();
    }
}
