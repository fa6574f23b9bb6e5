/** The forecasting models, each learnt from the start of a series and asked at any later origin. */
@NullMarked
package io.plimsoll.statistics.forecast.model;

import org.jspecify.annotations.NullMarked;
