/** What fits, when it runs out, what to buy and what a unit costs. */
@NullMarked
package io.plimsoll.statistics.capacity;

import org.jspecify.annotations.NullMarked;
