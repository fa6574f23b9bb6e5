/** Grouped rows to arrays, arrays to the pure arithmetic of {@code io.plimsoll.statistics}, results back to rows. */
@NullMarked
package io.plimsoll.bridge;

import org.jspecify.annotations.NullMarked;
