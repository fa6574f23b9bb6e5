package io.plimsoll.gold.governance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.ThreeServices;
import io.plimsoll.gold.objectives.SlaCompliance;
import io.plimsoll.testing.Rows;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;

class SlaExceptionTest {

    /** 48 h of notice and 180 min a month: w1 is excluded whole, w2 up to the cap, w3 was approved too late, w4 never. */
    @Test
    void everyWindowSaysWhatWasExcludedAndWhyTheRestWasNot() {
        ThreeServices services = month();
        Dataset<Row> rows = services.table(SlaException.NAME).where("agreement_id = 'shop-sla'");

        assertThat(Rows.values(
                        rows.orderBy("window_id"),
                        SlaException.WINDOW_ID,
                        SlaException.REQUESTED_SECONDS,
                        SlaException.EXCLUDED_SECONDS,
                        SlaException.APPROVED_IN_ADVANCE))
                .containsExactly(
                        List.of("w1", 7200L, 7200L, true),
                        List.of("w2", 7200L, 3600L, true),
                        List.of("w3", 3600L, 0L, true),
                        List.of("w4", 3600L, 0L, false));
        assertThat(rows.where("window_id = 'w2'").first().<String>getAs("reason_not_excluded"))
                .contains("monthly cap of 10800 s used up");
        assertThat(rows.where("window_id = 'w4'").first().<String>getAs("reason_not_excluded"))
                .isNotBlank();
    }

    @Test
    void theWindowsAddUpToWhatComplianceExcludes() {
        ThreeServices services = month();
        long compliance = services.table(SlaCompliance.NAME)
                .where("agreement_id = 'shop-sla'")
                .first()
                .<Long>getAs("excluded_seconds");
        Row exception = services.table(SlaException.NAME).first();

        assertThat(compliance).isEqualTo(10_800);
        assertThat(exception.<Long>getAs("period_excluded_seconds")).isEqualTo(compliance);
        assertThat(exception.<Long>getAs("windows_excluded_seconds")).isEqualTo(compliance);
        assertThat(exception.<Double>getAs("attained_net")).isGreaterThan(exception.<Double>getAs("attained_gross"));
    }

    private static ThreeServices month() {
        return new ThreeServices()
                .withAgreement("shop-sla", "exclusions", Map.of("planned", RowFactory.create("remove", 48, 180)))
                .down("shop", 100, 101)
                .maintenance("w1", "shop", 100, 102, 72.0)
                .maintenance("w2", "shop", 300, 302, 72.0)
                .maintenance("w3", "shop", 400, 401, 12.0)
                .maintenance("w4", "shop", 500, 501, null);
    }
}
