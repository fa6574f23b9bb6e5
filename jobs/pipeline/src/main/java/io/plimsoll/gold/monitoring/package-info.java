/** What the tools watch: what is normal of an indicator and what was not. One class a published dataset. */
@NullMarked
package io.plimsoll.gold.monitoring;

import org.jspecify.annotations.NullMarked;
