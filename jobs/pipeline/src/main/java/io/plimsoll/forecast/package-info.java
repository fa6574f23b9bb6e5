/** Forecasts of series in files, without a workspace: read and judged, forecast by {@link io.plimsoll.bridge.SeriesForecasts}, written, drawn. */
@NullMarked
package io.plimsoll.forecast;

import org.jspecify.annotations.NullMarked;
