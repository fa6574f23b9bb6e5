/** From ratings of practices to maturity levels, and to the sets of practices whose improvement raises them. */
@NullMarked
package io.plimsoll.statistics.maturity;

import org.jspecify.annotations.NullMarked;
