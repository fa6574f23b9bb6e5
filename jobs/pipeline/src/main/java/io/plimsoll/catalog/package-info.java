/** What the organisation promised: OpenSLO and Plimsoll documents as records, and everything wrong in them reported together. */
@NullMarked
package io.plimsoll.catalog;

import org.jspecify.annotations.NullMarked;
