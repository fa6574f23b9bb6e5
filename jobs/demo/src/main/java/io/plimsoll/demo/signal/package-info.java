/** What truly happened to each indicator, slot by slot, before any tool exported it. */
@NullMarked
package io.plimsoll.demo.signal;

import org.jspecify.annotations.NullMarked;
