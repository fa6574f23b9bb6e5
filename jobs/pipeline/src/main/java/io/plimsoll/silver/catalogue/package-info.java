/** The promises as tables: one class a kind of catalogue document, a row a version of it. */
@NullMarked
package io.plimsoll.silver.catalogue;

import org.jspecify.annotations.NullMarked;
