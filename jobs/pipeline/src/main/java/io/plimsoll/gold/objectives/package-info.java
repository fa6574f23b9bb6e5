/** What was promised against what was delivered: scope, compliance, error budgets. One class a published dataset. */
@NullMarked
package io.plimsoll.gold.objectives;

import org.jspecify.annotations.NullMarked;
