/** What leaves the lake under somebody's name: sealed statements. */
@NullMarked
package io.plimsoll.publish;

import org.jspecify.annotations.NullMarked;
