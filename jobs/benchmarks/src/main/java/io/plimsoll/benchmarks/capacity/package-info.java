/** Whether recommended sizes would have been enough. */
@NullMarked
package io.plimsoll.benchmarks.capacity;

import org.jspecify.annotations.NullMarked;
