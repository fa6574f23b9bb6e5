/** How good forecasts are and what they cost: M4 scores, rolling origins on other series, speed. */
@NullMarked
package io.plimsoll.benchmarks.forecast;

import org.jspecify.annotations.NullMarked;
