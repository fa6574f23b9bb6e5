/** From a source's settings and its files to rows of a feed and reasons for every row that is not one. */
@NullMarked
package io.plimsoll.source;

import org.jspecify.annotations.NullMarked;
