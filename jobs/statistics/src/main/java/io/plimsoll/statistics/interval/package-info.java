/** How far a figure from a sample may be off: intervals of proportions, quantiles and means of durations. */
@NullMarked
package io.plimsoll.statistics.interval;

import org.jspecify.annotations.NullMarked;
