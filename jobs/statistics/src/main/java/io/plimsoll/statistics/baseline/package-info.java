/** What a metric is expected to be now, from its own past alone, and when it is not. */
@NullMarked
package io.plimsoll.statistics.baseline;

import org.jspecify.annotations.NullMarked;
