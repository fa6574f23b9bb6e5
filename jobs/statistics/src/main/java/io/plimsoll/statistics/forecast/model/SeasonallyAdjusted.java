package io.plimsoll.statistics.forecast.model;

import io.plimsoll.statistics.forecast.seasonal.SeasonalAdjustment;

/**
 * A model of what a decomposition leaves without season, with the season put back on its forecasts.
 *
 * @param label of the decomposition, the first part of the name
 * @param core forecasts the adjusted values
 * @param series whose adjustments are shared; the values given to {@link #fit} must be its own
 * @param shortest fewest values that the decomposition takes
 */
public record SeasonallyAdjusted(String label, Model core, AdjustedSeries series, int shortest) implements Model {
    @Override
    public String name() {
        return label + "+" + core.name();
    }

    @Override
    public int shortest() {
        return Math.max(shortest, core.shortest());
    }

    @Override
    public FittedModel fit(double[] values, int end) {
        FittedModel fitted = core.fit(series.upTo(end).adjusted(), end);
        return (later, origins, horizon) -> {
            double[][] forecasts = new double[origins.length][];
            for (int i = 0; i < origins.length; i++) {
                SeasonalAdjustment adjustment = series.upTo(origins[i]);
                forecasts[i] = fitted.forecast(adjustment.adjusted(), origins[i], horizon);
                adjustment.restore(forecasts[i]);
            }
            return forecasts;
        };
    }
}
