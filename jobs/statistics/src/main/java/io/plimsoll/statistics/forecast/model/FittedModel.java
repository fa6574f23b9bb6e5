package io.plimsoll.statistics.forecast.model;

/** A model with its parameters, which no longer change: a backtest asks it at origins after the values it was learnt from. */
public interface FittedModel {
    /**
     * Forecasts from several origins in one pass.
     *
     * @param values that begin with those the model was learnt from
     * @param origins ascending, none before the end of what was learnt from; a forecast sees {@code values[0, origin)} and no more
     * @param horizon steps ahead, at least 1
     * @return a row of {@code horizon} forecasts for each origin
     */
    double[][] forecast(double[] values, int[] origins, int horizon);

    /** Forecasts from one origin. */
    default double[] forecast(double[] values, int origin, int horizon) {
        return forecast(values, new int[] {origin}, horizon)[0];
    }
}
