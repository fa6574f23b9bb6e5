/** How mature service level management is, from evidence: practices, levels, what to improve first. One class a published dataset. */
@NullMarked
package io.plimsoll.gold.maturity;

import org.jspecify.annotations.NullMarked;
