/** Keyed, deduplicated, conformed facts and dimensions; one class a table. */
@NullMarked
package io.plimsoll.silver;

import org.jspecify.annotations.NullMarked;
