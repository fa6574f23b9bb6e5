/** Who answers for what was bad: agreements that hold others up, what they can support, and whose lapses these were. */
@NullMarked
package io.plimsoll.statistics.accountability;

import org.jspecify.annotations.NullMarked;
