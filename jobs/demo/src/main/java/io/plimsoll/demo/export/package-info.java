/** One class a tool: its file format, its dirt, and the source settings that map it to a feed. */
@NullMarked
package io.plimsoll.demo.export;

import org.jspecify.annotations.NullMarked;
