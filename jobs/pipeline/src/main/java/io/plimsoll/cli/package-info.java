/** Arguments to configuration to plan to run to exit code. The only room that reads arguments, environment and the clock. */
@NullMarked
package io.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
