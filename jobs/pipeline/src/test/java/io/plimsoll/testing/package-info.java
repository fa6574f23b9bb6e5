/** What tests on Spark share. */
@NullMarked
package io.plimsoll.testing;

import org.jspecify.annotations.NullMarked;
