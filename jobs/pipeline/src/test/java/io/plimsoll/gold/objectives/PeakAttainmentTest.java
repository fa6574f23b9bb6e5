package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.ThreeServices;
import io.plimsoll.testing.Rows;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class PeakAttainmentTest {

    /**
     * Thursday 1 and 8 January: 60 events at 10:00 each, 30 at 11:00, 10 at 03:00. Of 200 events the hour of 10:00 carries 120,
     * more than half, so it alone is the peak: 108 of 120 good, against 188 of 200 in all hours.
     */
    @Test
    void thePeakIsTheFewestHoursOfTheWeekThatCarryHalfOfTheEvents() {
        ThreeServices services = week(week(new ThreeServices().counting("shop", 3600), 0), 168)
                .withIndicator("shop", "outcome", "outcome")
                .withService("shop", "criticality", "critical");

        List<Row> peaks = services.table(PeakAttainment.NAME).collectAsList();
        Row row = peaks.get(0);
        Dataset<Row> portfolio = services.table(ObjectivePortfolio.NAME);

        assertThat(peaks).as("state histories have no peak").hasSize(1);
        assertThat(row.<Long>getAs("peak_hours")).isEqualTo(1);
        assertThat(row.<Double>getAs("peak_event_ratio")).isEqualTo(0.6);
        assertThat(row.<BigDecimal>getAs("good_peak")).isEqualByComparingTo("108");
        assertThat(row.<Double>getAs("attained_peak")).isEqualTo(0.9);
        assertThat(row.<Double>getAs("attained")).isEqualTo(0.94);
        assertThat(row.<Boolean>getAs("is_target_met_in_peak")).isFalse();
        assertThat(Rows.values(
                        portfolio.orderBy("service_id"),
                        ObjectivePortfolio.OUTCOME_INDICATORS,
                        ObjectivePortfolio.OUTCOME_IN_PEAK,
                        ObjectivePortfolio.SLAS,
                        ObjectivePortfolio.IS_ONLY_TECHNICAL))
                .satisfiesExactly(
                        cloud -> assertThat(cloud.get(3)).isEqualTo(true),
                        platform -> assertThat(platform.get(3)).isEqualTo(true),
                        shop -> assertThat(shop.subList(0, 2)).isEqualTo(Arrays.asList(1L, 1L)));
    }

    private static ThreeServices week(ThreeServices services, double start) {
        return services.slot("shop", start + 10, 54, 60)
                .slot("shop", start + 11, 30, 30)
                .slot("shop", start + 3, 10, 10);
    }
}
