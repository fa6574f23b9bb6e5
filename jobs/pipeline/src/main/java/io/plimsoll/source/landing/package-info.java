/** Landing files as they lie there: which exist, whether they are whole, what they hold. */
@NullMarked
package io.plimsoll.source.landing;

import org.jspecify.annotations.NullMarked;
