/** The only reader and writer of Delta: tables by path, versions, partitions, constraints. */
@NullMarked
package io.plimsoll.lake;

import org.jspecify.annotations.NullMarked;
