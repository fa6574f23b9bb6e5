package io.plimsoll.statistics.forecast;

/** Whether a series could be forecast. */
public enum ForecastStatus {
    /** Forecast, bounds and backtest are there. */
    FORECAST,
    /** All values are the same: the forecast is that value, and the bounds are it too; there is no error to measure. */
    CONSTANT,
    /** Fewer than {@value Forecaster#FEWEST} values, or no more than half of the steps after the first value have one. */
    INSUFFICIENT_DATA,
    /** No step has a value. */
    ALL_MISSING,
    /** The last value lies more than a horizon, and more than a quarter of the series, back: it has ended, or nobody measures it any more. */
    ENDED,
    /** A value lies outside the {@link Domain}. */
    OUT_OF_DOMAIN
}
