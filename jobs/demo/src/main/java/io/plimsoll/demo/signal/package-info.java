/** What truly happened, slot by slot and event by event, before any tool exported it. */
@NullMarked
package io.plimsoll.demo.signal;

import org.jspecify.annotations.NullMarked;
