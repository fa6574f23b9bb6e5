/** What may be promised: the strictest target that a record of outages supports. */
@NullMarked
package io.plimsoll.statistics.promise;

import org.jspecify.annotations.NullMarked;
