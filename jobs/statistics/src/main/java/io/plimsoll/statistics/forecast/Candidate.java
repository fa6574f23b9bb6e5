package io.plimsoll.statistics.forecast;

import io.plimsoll.statistics.forecast.model.FittedModel;
import io.plimsoll.statistics.forecast.model.Model;

/**
 * A model on a scale.
 *
 * @param series the series on the scale
 * @param handicap what its backtest error is multiplied by: 1 for none
 */
record Candidate(ScaledSeries series, Model model, double handicap) {
    String name() {
        return series.scale().prefix() + model.name();
    }

    boolean canLearnFrom(int count) {
        return model.shortest() <= count;
    }

    /** Learns from the first {@code end} values; forecasts from each origin in the unit of the series. */
    double[][] forecast(int end, int[] origins, int horizon) {
        FittedModel fitted = model.fit(series.values(), end);
        double[][] forecasts = fitted.forecast(series.values(), origins, horizon);
        for (double[] each : forecasts) {
            series.scale().fromInPlace(each);
        }
        return forecasts;
    }
}
