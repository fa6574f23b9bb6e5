/** What tests share: one Spark session, a workspace in a temporary folder, the reference material. */
@NullMarked
package io.plimsoll.testing;

import org.jspecify.annotations.NullMarked;
