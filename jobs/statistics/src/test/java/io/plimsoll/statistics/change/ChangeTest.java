package io.plimsoll.statistics.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.statistics.attainment.ReferenceFolder;
import io.plimsoll.statistics.change.Cusum.Alarm;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChangeTest {
    @Test
    void theNileFellAfter1898() throws IOException {
        double[] nile = nile();

        assertThat(new LevelShifts(2, 2).starts(nile)).containsExactly(28);
        assertThat(LevelShifts.DEFAULT.starts(nile)).containsExactly(28);
        assertThat(SquaredDeviation.of(nile).of(0, 28)
                        + SquaredDeviation.of(nile).of(28, 100))
                .isCloseTo(1597457.1944, within(1e-4));
        assertThat(SquaredDeviation.of(nile).of(0, 100)).isCloseTo(2835156.75, within(1e-6));
    }

    @Test
    void prunedSearchFindsWhatTheFullSearchFinds() {
        Random random = new Random(3);
        for (int shortest : new int[] {1, 2, 5}) {
            double[] values = new double[80];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextGaussian() + (i / 16 % 2) * 2;
            }
            assertThat(new LevelShifts(1, shortest).starts(values)).isEqualTo(fullSearch(values, 1, shortest));
        }
    }

    @Test
    void shortConstantAndNoiselessSeries() {
        assertThat(LevelShifts.DEFAULT.starts(new double[0])).isEmpty();
        assertThat(LevelShifts.DEFAULT.starts(new double[] {1, 9})).isEmpty();
        assertThat(LevelShifts.DEFAULT.starts(new double[] {5, 5, 5, 5, 5, 5})).isEmpty();
        assertThat(LevelShifts.DEFAULT.starts(new double[] {5, 5, 5, 8, 8, 8})).containsExactly(3);
        assertThatThrownBy(() -> LevelShifts.DEFAULT.starts(new double[] {1, Double.NaN}))
                .hasMessage("value 1 of the series is NaN, not a number");
    }

    @Test
    void noiseIsBlindToALevelShift() {
        double[] shifted = {0, 1, 3, 0, 1, 3, 100, 101, 103, 100, 101, 103};

        // Steps 1, 2 and −3 around a median of 1, and one of 97.
        assertThat(Noise.sigma(shifted)).isCloseTo(1.4826 / Math.sqrt(2), within(1e-12));
        assertThat(Noise.sigma(new double[] {3})).isZero();
    }

    @Test
    void cusumFindsALastingShiftOfOneSigma() {
        double[] shifted = new double[40];
        Arrays.fill(shifted, 20, 40, 1);

        // Each value adds 1 − 0.5; more than 5 is reached with the eleventh.
        assertThat(Cusum.of(0, 1).alarms(shifted)).containsExactly(new Alarm(30, 20, true));
        assertThat(new Cusum(1, 1, 0.5, 4).alarms(shifted).get(0)).isEqualTo(new Alarm(8, 0, false));
    }

    @Test
    void cusumPassesOverWhatIsMissing() {
        assertThat(Cusum.of(0, 1).alarms(new double[] {Double.NaN, 6})).containsExactly(new Alarm(1, 1, true));
        assertThat(Cusum.of(0, 1).alarms(new double[0])).isEmpty();
        assertThatThrownBy(() -> Cusum.of(0, 0)).hasMessageContaining("CUSUM around 0.0 with sigma 0.0");
    }

    /** Optimal partitioning without pruning (Jackson 2005). */
    private static List<Integer> fullSearch(double[] values, double factor, int shortest) {
        int n = values.length;
        SquaredDeviation cost = SquaredDeviation.of(values);
        double penalty = factor * Noise.sigma(values) * Noise.sigma(values) * Math.log(n);
        double[] least = new double[n + 1];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        least[0] = 0;
        List<List<Integer>> starts = new ArrayList<>(List.of(List.of()));
        for (int end = 1; end <= n; end++) {
            starts.add(List.of());
            for (int start = 0; start <= end - shortest; start++) {
                double total = least[start] + cost.of(start, end) + penalty;
                if (total < least[end]) {
                    least[end] = total;
                    List<Integer> found = new ArrayList<>(starts.get(start));
                    found.add(start);
                    starts.set(end, found);
                }
            }
        }
        return starts.get(n).subList(1, starts.get(n).size());
    }

    private static double[] nile() throws IOException {
        return Files.readAllLines(ReferenceFolder.path("statistics/changepoint/Nile.csv")).stream()
                .skip(1)
                .mapToDouble(row -> Double.parseDouble(row.split(",", -1)[2]))
                .toArray();
    }
}
