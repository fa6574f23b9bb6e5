/** Vendors judged by what they delivered, and agreements that should go. One class a published dataset. */
@NullMarked
package io.plimsoll.gold.vendors;

import org.jspecify.annotations.NullMarked;
