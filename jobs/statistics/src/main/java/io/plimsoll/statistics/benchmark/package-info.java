/** Like compared with like: what is harder work, and what is worse work. */
@NullMarked
package io.plimsoll.statistics.benchmark;

import org.jspecify.annotations.NullMarked;
