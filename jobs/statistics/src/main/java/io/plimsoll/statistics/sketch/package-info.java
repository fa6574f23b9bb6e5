/** Summaries of many values that merge: quantiles within a known error and exact sums, whatever the order. */
@NullMarked
package io.plimsoll.statistics.sketch;

import org.jspecify.annotations.NullMarked;
