/** Vendors judged on several dimensions at once, each with what is not known of it. */
@NullMarked
package io.plimsoll.statistics.scorecard;

import org.jspecify.annotations.NullMarked;
