/** A source's expressions: checked against the columns that its files have, and applied so that no row stops another. */
@NullMarked
package io.plimsoll.source.mapping;

import org.jspecify.annotations.NullMarked;
