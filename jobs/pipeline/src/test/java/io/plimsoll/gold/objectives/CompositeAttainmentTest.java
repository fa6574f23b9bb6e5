package io.plimsoll.gold.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.gold.ThreeServices;
import java.math.BigDecimal;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class CompositeAttainmentTest {

    /** Weights 3 and 7 on 0.99 and 0.995 give 0.9935 (Kibana, compute_weighted_average.test.ts). */
    @Test
    void theWeightedMeanWeighsWhatEachMemberAttained() {
        Row row = composite(
                "weighted",
                "0.9935",
                new ThreeServices()
                        .counting("shop", 3600)
                        .counting("platform", 3600)
                        .slot("shop", 1, 99, 100)
                        .slot("platform", 1, 199, 200)
                        .withObjective("shop", "composite_weight", new BigDecimal("3"))
                        .withObjective("platform", "composite_weight", new BigDecimal("7")));

        assertThat(row.<Double>getAs("attained")).isEqualTo(0.9935);
        assertThat(row.<String>getAs("status")).isEqualTo("MET");
        assertThat(row.<Object>getAs("independent_ratio")).isNull();
    }

    /** Down 10-16 and 14-20 of 744 h: serial loses 10 h, parallel 2 h; independently 738/744 each. */
    @Test
    void serialNeedsAllAtOnceAndParallelOne() {
        Row serial = composite("serial", "0.99", overlapping());
        Row parallel = composite("parallel", "0.99", overlapping());

        double each = 738.0 / 744.0;
        assertThat(serial.<Double>getAs("attained")).isEqualTo(734.0 / 744.0);
        assertThat(serial.<Double>getAs("independent_ratio")).isCloseTo(each * each, within(1e-15));
        assertThat(serial.<String>getAs("status")).isEqualTo("BREACHED");
        assertThat(parallel.<Double>getAs("attained")).isEqualTo(742.0 / 744.0);
        assertThat(parallel.<Double>getAs("independent_ratio")).isCloseTo(1 - (1 - each) * (1 - each), within(1e-15));
        assertThat(parallel.<String>getAs("status")).isEqualTo("MET");
        assertThat(parallel.<Long>getAs("scope_seconds")).isEqualTo(744 * 3600L);
    }

    private static ThreeServices overlapping() {
        return new ThreeServices().down("shop", 10, 16).down("platform", 14, 20);
    }

    private static Row composite(String combination, String target, ThreeServices services) {
        for (String member : List.of("shop", "platform")) {
            services.withObjective(member, "slo", "buying")
                    .withObjective(member, "service_id", "shop")
                    .withObjective(member, "combination", combination)
                    .withObjective(member, "composite_target", new BigDecimal(target));
        }
        List<Row> rows = services.table(CompositeAttainment.NAME).collectAsList();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }
}
