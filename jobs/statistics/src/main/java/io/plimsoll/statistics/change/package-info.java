/** Where a series changed its level. */
@NullMarked
package io.plimsoll.statistics.change;

import org.jspecify.annotations.NullMarked;
