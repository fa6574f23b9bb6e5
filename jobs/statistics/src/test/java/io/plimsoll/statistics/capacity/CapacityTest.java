package io.plimsoll.statistics.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.plimsoll.statistics.attainment.ReferenceFolder;
import io.plimsoll.statistics.interval.Proportion;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class CapacityTest {
    private static final double[] CORES = {1, 4, 8, 16, 64};

    @Test
    void usableIsWhatSurvivesAFailureLessTheBuffer() {
        UsableCapacity capacity = new UsableCapacity(1_000, 5, 1, 0.1);

        assertThat(capacity.usable()).isCloseTo(720, within(1e-9));
        assertThat(capacity.headroom(800)).isCloseTo(-80, within(1e-9));
        // 720 usable of 1,000; a demand of 360 at 75 % needs 480 usable, 666.67 raw.
        assertThat(capacity.recommendedRaw(360, 0.75)).isCloseTo(2_000 / 3.0, within(1e-9));
        assertThat(new UsableCapacity(1_000, 1, 1, 0).usable()).isZero();
        assertThatThrownBy(() -> new UsableCapacity(1_000, 2, 3, 0))
                .hasMessage("capacity of 2 units without 3: expected 0 <= failures <= units, units >= 1");
    }

    @Test
    void scenariosChangeDemandAndUnits() {
        List<double[]> paths = List.of(new double[] {10, 20, 30});
        UsableCapacity four = new UsableCapacity(400, 4, 1, 0.1);

        assertThat(new CapacityScenario(1.5, 5, 2, 0).demand(paths).get(0)).containsExactly(10, 35, 50);
        assertThat(new CapacityScenario(1, -25, 1, 0).demand(paths).get(0)).containsExactly(0, 0, 5);
        assertThat(CapacityScenario.AS_IS.capacity(four)).isEqualTo(four);
        assertThat(CapacityScenario.UNIT_LOST.capacity(four)).isEqualTo(new UsableCapacity(300, 3, 1, 0.1));
        assertThatThrownBy(() -> CapacityScenario.UNIT_LOST.capacity(new UsableCapacity(1, 1, 0, 0)))
                .hasMessage("scenario takes 1 of 1 units: none is left");
    }

    @Test
    void usageSaysHowMuchItHasSeen() {
        UsageSummary usage =
                UsageSummary.of(new double[] {1, Double.NaN, 2, 3}, 8).orElseThrow();

        assertThat(usage).isEqualTo(new UsageSummary(3, 0.375, 2, 2.9, 2.98, 3));
        assertThat(UsageSummary.of(new double[] {Double.NaN}, 1)).isEmpty();
        assertThatThrownBy(() -> UsageSummary.of(new double[] {1, 2}, 1)).hasMessage("2 values of 1 expected");
    }

    @Test
    void derivAndPredictLinearArePrometheus() throws IOException {
        JsonNode published =
                ReferenceFolder.json("statistics/capacity/expected.json").get("prometheus");
        double[] x = numbers(published.get("x_s"));
        double[] y = numbers(published.get("y"));
        LinearTrend trend = LinearTrend.of(x, y).orElseThrow();
        LinearTrend later = LinearTrend.of(Arrays.copyOfRange(x, 1, 11), Arrays.copyOfRange(y, 1, 11))
                .orElseThrow();

        assertThat(trend.slope()).isCloseTo(published.get("deriv").doubleValue(), within(1e-15));
        for (int at : new int[] {6_600, 4_200, 7_800}) {
            assertThat(trend.at(at)).isCloseTo(published.get("predict_at_" + at).doubleValue(), within(1e-12));
        }
        assertThat(later.at(6_600))
                .isCloseTo(published.get("drop_first_sample_predict_at_6600").doubleValue(), within(1e-12));
    }

    @Test
    void lineIsNistsNorris() throws IOException {
        JsonNode certified =
                ReferenceFolder.json("statistics/nist/expected.json").get("norris");
        List<double[]> rows = Files.readAllLines(ReferenceFolder.path("statistics/nist/norris.csv")).stream()
                .filter(row -> row.matches("[-0-9.,eE ]+"))
                .map(row -> Arrays.stream(row.split(",", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        LinearTrend line = LinearTrend.of(
                        rows.stream().mapToDouble(row -> row[1]).toArray(),
                        rows.stream().mapToDouble(row -> row[0]).toArray())
                .orElseThrow();

        assertThat(rows).hasSize(certified.get("n").intValue());
        assertThat(line.slope()).isCloseTo(certified.get("slope").doubleValue(), within(1e-12));
        assertThat(line.intercept()).isCloseTo(certified.get("intercept").doubleValue(), within(1e-10));
    }

    @Test
    void aLineNeedsTwoDifferentTimes() {
        assertThat(LinearTrend.of(new double[] {1, 1}, new double[] {1, 2})).isEmpty();
        assertThat(LinearTrend.of(new double[] {1, 2, 3}, new double[] {1, Double.NaN, 3})
                        .orElseThrow()
                        .slope())
                .isCloseTo(1, within(1e-12));
    }

    @Test
    void headroomAndQueuesAreNetflixs() throws IOException {
        JsonNode published =
                ReferenceFolder.json("statistics/capacity/expected.json").get("netflix");
        for (int i = 0; i < CORES.length; i++) {
            assertThat(Queueing.headroom(CORES[i]))
                    .isCloseTo(published.get("values_cpu_1_4_8_16_64").get(i).doubleValue(), within(5e-7));
        }
        for (int tier = 0; tier < 4; tier++) {
            double beta = published.get("qos_beta_tier0_1_2_3").get(tier).doubleValue();
            assertThat(Queueing.waitProbability(beta))
                    .isCloseTo(published.get("halfin_whitt_p_queue").get(tier).doubleValue(), within(5e-6));
        }
        assertThat(Queueing.servers(100, 2.375)).isEqualTo(124);
        assertThat(Queueing.servers(0, 2.375)).isZero();
    }

    @Test
    void rightsizingIsJudgedByWhatCameLater() {
        Rightsizing median = new Rightsizing(0.5, 0.5, 4);
        double[] used = {1, 2, 3, 4, 5, 6, 4, Double.NaN, 9, 1, 1, 1};

        // From 1..4 the size is 5: 6 exceeds it. From the first seven values it is 8: 9 exceeds it.
        assertThat(median.exceeded(used, 4)).isEqualTo(new Proportion(2, 7));
        assertThat(median.size(new double[] {1, 2, 3})).isEmpty();
        assertThat(median.exceeded(new double[] {1, 2}, 4)).isEqualTo(new Proportion(0, 0));
        assertThat(Rightsizing.saving(100, 8, 5)).isEqualTo(37.5);
    }

    @Test
    void costPerGoodUnitAndPerNine() {
        UnitCost cost = unitCost("300", 999, 1_000);

        assertThat(cost.perGoodUnit().orElseThrow()).isEqualByComparingTo("0.30030030030030030030");
        assertThat(cost.nines().orElseThrow()).isCloseTo(3, within(1e-12));
        assertThat(cost.perNine().orElseThrow()).isCloseTo(100, within(1e-9));
        // Nothing failed among a hundred: two nines, not infinitely many.
        assertThat(unitCost("10", 100, 100).nines().orElseThrow()).isCloseTo(2, within(1e-12));
        assertThat(unitCost("10", 0, 100).perNine()).isEmpty();
        assertThat(unitCost("10", 0, 0).perGoodUnit()).isEmpty();
    }

    private static UnitCost unitCost(String cost, long good, long total) {
        return new UnitCost(new BigDecimal(cost), BigDecimal.valueOf(good), BigDecimal.valueOf(total));
    }

    private static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray();
    }
}
