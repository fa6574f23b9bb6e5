/** Strategy from evidence: what deviates from the enterprise's standards, how like services compare. One class a published dataset. */
@NullMarked
package io.plimsoll.gold.strategy;

import org.jspecify.annotations.NullMarked;
