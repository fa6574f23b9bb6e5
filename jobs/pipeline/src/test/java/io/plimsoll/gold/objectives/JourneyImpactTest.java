package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.gold.ThreeServices;
import java.math.BigDecimal;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class JourneyImpactTest {

    /** The shop lost 5 of 200 events in one bad hour, in the same hour in which its platform was down from 10:30 to 12:00. */
    @Test
    void badTimeOfAStageCountsOnceAndLostEventsCarryItsWeight() {
        Dataset<Row> rows = new ThreeServices()
                .counting("shop", 3600)
                .slot("shop", 10, 95, 100)
                .slot("shop", 12, 100, 100)
                .down("platform", 10.5, 12)
                .withService("shop", "journey_stage", "buy")
                .withService("platform", "journey_stage", "buy")
                .table(JourneyImpact.NAME);

        Row buy = rows.where("journey_stage = 'buy'").first();
        assertThat(buy.<Long>getAs("bad_seconds")).isEqualTo(7200);
        assertThat(buy.<BigDecimal>getAs("lost_events")).isEqualByComparingTo("5");
        assertThat(buy.<Double>getAs("lost_ratio")).isEqualTo(0.025);
        assertThat(buy.<Double>getAs("impact")).isEqualTo(0.6 * 0.025);
        assertThat(buy.<Integer>getAs("impact_rank")).isEqualTo(1);
        assertThat(buy.<Long>getAs("breached_slas")).isEqualTo(1);
    }
}
