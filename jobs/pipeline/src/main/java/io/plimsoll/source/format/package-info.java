/** One class a format: which columns a file has, and its records as Spark reads them. */
@NullMarked
package io.plimsoll.source.format;

import org.jspecify.annotations.NullMarked;
