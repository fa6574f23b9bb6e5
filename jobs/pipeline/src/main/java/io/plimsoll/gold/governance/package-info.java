/** Datasets about how promises are governed: exceptions, reviews, escalations, what is not promised. */
@NullMarked
package io.plimsoll.gold.governance;

import org.jspecify.annotations.NullMarked;
