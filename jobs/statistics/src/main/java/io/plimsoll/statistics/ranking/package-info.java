/** Orders that say how sure they are: ranks with intervals, ties, and what another weight would have changed. */
@NullMarked
package io.plimsoll.statistics.ranking;

import org.jspecify.annotations.NullMarked;
