/** From declared inputs to a graph, from what changed to a plan, from the plan to published tables and a ledger. */
@NullMarked
package io.plimsoll.run;

import org.jspecify.annotations.NullMarked;
