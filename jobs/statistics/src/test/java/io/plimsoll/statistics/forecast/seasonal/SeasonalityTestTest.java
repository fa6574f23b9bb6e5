package io.plimsoll.statistics.forecast.seasonal;

import static io.plimsoll.statistics.forecast.ReferenceSeries.column;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SeasonalityTestTest {
    @Test
    void passengersHaveAYear() throws IOException {
        double[] passengers = column("statistics/theta/AirPassengers.csv", 2);

        assertThat(SeasonalityTest.isSeasonal(passengers, passengers.length, 12))
                .isTrue();
    }

    @Test
    void noiseHasNoWeek() {
        Random random = new Random(1);
        double[] noise = random.doubles(200).toArray();

        assertThat(SeasonalityTest.isSeasonal(noise, noise.length, 7)).isFalse();
    }

    @Test
    void aTrendIsNoSeason() {
        Random random = new Random(2);
        double[] growing = new double[120];
        Arrays.setAll(growing, day -> 100 + day + random.nextGaussian());

        assertThat(SeasonalityTest.isSeasonal(growing, 120, 7)).isTrue();
        assertThat(SeasonalityTest.isSeasonalBeyondTrend(growing, 120, 7)).isFalse();
    }

    @Test
    void aSeasonShowsBeyondItsTrend() {
        double[] growing = new double[70];
        Arrays.setAll(growing, day -> 100 + 5 * day + (day % 7 == 0 ? 4 : 0));

        assertThat(SeasonalityTest.isSeasonalBeyondTrend(growing, 70, 7)).isTrue();
    }

    @Test
    void twoCyclesAreTooFewToTell() {
        double[] twoWeeks = new double[20];
        Arrays.setAll(twoWeeks, day -> day % 7);

        assertThat(SeasonalityTest.isSeasonal(twoWeeks, 20, 7)).isFalse();
        assertThat(SeasonalityTest.isSeasonalBeyondTrend(twoWeeks, 20, 7)).isFalse();
    }

    @Test
    void aConstantHasNoSeason() {
        assertThat(SeasonalityTest.isSeasonal(new double[50], 50, 7)).isFalse();
        assertThat(SeasonalityTest.isSeasonalBeyondTrend(new double[50], 50, 7)).isFalse();
    }
}
