package io.plimsoll.benchmarks.forecast;

import io.plimsoll.statistics.forecast.model.ExponentialSmoothing;
import io.plimsoll.statistics.forecast.model.Model;
import io.plimsoll.statistics.forecast.model.OptimisedTheta;
import io.plimsoll.statistics.forecast.model.SeasonalNaive;
import io.plimsoll.statistics.forecast.model.Theta;
import io.plimsoll.statistics.forecast.seasonal.ClassicalDecomposition;
import io.plimsoll.statistics.forecast.seasonal.SeasonalityTest;
import java.util.Arrays;
import java.util.List;

/**
 * The benchmarks of the M4 competition: models of the series, most of them after a multiplicative classical decomposition where the seasonality test finds a
 * season.
 *
 * @param models whose mean is the forecast
 * @param isAdjusted whether the season is taken out
 */
record StandardMethod(String name, List<Model> models, boolean isAdjusted) {
    /** What the scores are relative to. */
    static final StandardMethod NAIVE2 = new StandardMethod("Naive2", List.of(new SeasonalNaive(1)), true);

    /** All of them, for series with a period. */
    static List<StandardMethod> of(int period) {
        Model ses = ExponentialSmoothing.simple();
        Model holt = ExponentialSmoothing.holt();
        Model damped = ExponentialSmoothing.damped();
        return List.of(
                new StandardMethod("Naive", List.of(new SeasonalNaive(1)), false),
                new StandardMethod("sNaive", List.of(new SeasonalNaive(period)), false),
                NAIVE2,
                new StandardMethod("SES", List.of(ses), true),
                new StandardMethod("Holt", List.of(holt), true),
                new StandardMethod("Damped", List.of(damped), true),
                new StandardMethod("Comb", List.of(ses, holt, damped), true),
                new StandardMethod("Theta", List.of(new Theta()), true),
                new StandardMethod("DOTM", List.of(OptimisedTheta.dynamic()), true));
    }

    double[] forecast(Case each) {
        double[] known = each.known();
        boolean seasonal = isAdjusted && SeasonalityTest.isSeasonal(known, known.length, each.period());
        if (!seasonal) {
            return mean(known, each.actual().length);
        }
        boolean positive = Arrays.stream(known).allMatch(value -> value > 0);
        ClassicalDecomposition season = ClassicalDecomposition.of(known, known.length, each.period(), positive);
        double[] forecast = mean(season.adjust(known, known.length), each.actual().length);
        season.restore(forecast, known.length);
        return forecast;
    }

    private double[] mean(double[] values, int horizon) {
        double[] mean = new double[horizon];
        for (Model model : models) {
            double[] forecast = model.fit(values, values.length).forecast(values, values.length, horizon);
            for (int i = 0; i < horizon; i++) {
                mean[i] += forecast[i] / models.size();
            }
        }
        return mean;
    }
}
