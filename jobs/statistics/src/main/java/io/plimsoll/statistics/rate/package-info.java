/** Events a time: exact intervals of a rate, and whether one rate differs from another. */
@NullMarked
package io.plimsoll.statistics.rate;

import org.jspecify.annotations.NullMarked;
