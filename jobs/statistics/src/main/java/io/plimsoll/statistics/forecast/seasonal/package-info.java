/** Is a series seasonal, and what of it is season: the test, and the classical, STL and MSTL decompositions. */
@NullMarked
package io.plimsoll.statistics.forecast.seasonal;

import org.jspecify.annotations.NullMarked;
