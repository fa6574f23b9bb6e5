/** What automation is steered by: forecasts of what the workspace measures. */
@NullMarked
package io.plimsoll.gold.automation;

import org.jspecify.annotations.NullMarked;
