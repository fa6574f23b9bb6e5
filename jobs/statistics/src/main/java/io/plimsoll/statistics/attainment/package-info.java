/** What was attained of a promise, compared exactly: verdicts, error budgets, burn rates, composites and credit tiers. */
@NullMarked
package io.plimsoll.statistics.attainment;

import org.jspecify.annotations.NullMarked;
