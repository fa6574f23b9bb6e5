/**
 * Exact arithmetic on half-open intervals of epoch seconds: service hours, calendar periods, state histories and
 * exclusions.
 */
@NullMarked
package io.plimsoll.statistics.timeline;

import org.jspecify.annotations.NullMarked;
