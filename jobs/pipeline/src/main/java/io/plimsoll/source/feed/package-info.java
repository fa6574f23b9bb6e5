/** The feeds: what records of each kind look like once they are read, declared once and independent of any tool's format. */
@NullMarked
package io.plimsoll.source.feed;

import org.jspecify.annotations.NullMarked;
