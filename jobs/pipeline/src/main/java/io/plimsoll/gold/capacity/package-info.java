/** What runs out, what to order by when, what may shrink, and what it costs. */
@NullMarked
package io.plimsoll.gold.capacity;

import org.jspecify.annotations.NullMarked;
