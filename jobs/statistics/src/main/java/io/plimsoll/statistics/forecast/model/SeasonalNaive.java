package io.plimsoll.statistics.forecast.model;

/**
 * The value one season ago; with period 1 the last value, the naive forecast (random walk).
 *
 * <p>Source: Hyndman, Athanasopoulos, Forecasting: Principles and Practice, section 5.2.
 *
 * @param period in steps, at least 1
 */
public record SeasonalNaive(int period) implements Model, FittedModel {
    @Override
    public String name() {
        return period == 1 ? "naive" : "snaive(" + period + ")";
    }

    @Override
    public int shortest() {
        return period;
    }

    @Override
    public FittedModel fit(double[] values, int end) {
        return this;
    }

    @Override
    public double[][] forecast(double[] values, int[] origins, int horizon) {
        double[][] forecasts = new double[origins.length][horizon];
        for (int i = 0; i < origins.length; i++) {
            for (int step = 0; step < horizon; step++) {
                forecasts[i][step] = values[origins[i] - period + step % period];
            }
        }
        return forecasts;
    }
}
