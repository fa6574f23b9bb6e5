package io.plimsoll.statistics.forecast.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AutoregressionTest {
    @Test
    void returnsToTheMeanAsFastAsTheSeriesDid() {
        double[] values = firstOrder(5_000, 0.8);
        values[4_999] = 10;

        double[] forecast = new Autoregression(1).fit(values, 5_000).forecast(values, 5_000, 3);

        assertThat(forecast).containsExactly(new double[] {8, 6.4, 5.12}, within(0.4));
    }

    @Test
    void aSeasonalAutoregressionContinuesTwoCyclesAtOnce() {
        double[] values = new double[400];
        Arrays.setAll(values, i -> 5 * Math.sin(i * Math.PI / 6) + 3 * Math.cos(i * Math.PI / 20));

        SeasonalAutoregression model = SeasonalAutoregression.of(1, 12, 40);
        double[] forecast = model.fit(values, 300).forecast(values, 300, 60);

        assertThat(forecast).containsExactly(Arrays.copyOfRange(values, 300, 360), within(0.05));
    }

    @Test
    void aForecastSeesNothingAfterItsOrigin() {
        double[] values = firstOrder(200, 0.5);
        double[] changed = values.clone();
        Arrays.fill(changed, 150, 200, 1e6);
        FittedModel fit = SeasonalAutoregression.of(1, 7).fit(values, 150);

        assertThat(fit.forecast(changed, 150, 20)).containsExactly(fit.forecast(values, 150, 20));
    }

    private static double[] firstOrder(int count, double coefficient) {
        Random random = new Random(3);
        double[] values = new double[count];
        for (int i = 1; i < count; i++) {
            values[i] = coefficient * values[i - 1] + random.nextGaussian();
        }
        return values;
    }
}
