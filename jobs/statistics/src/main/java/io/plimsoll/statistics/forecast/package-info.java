/** Forecasts of one series: {@link io.plimsoll.statistics.forecast.Forecaster} is where to start. */
@NullMarked
package io.plimsoll.statistics.forecast;

import org.jspecify.annotations.NullMarked;
