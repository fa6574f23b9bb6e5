/** What a table is - its fields, units, meaning, key, checks and partitions - declared once and derived from everywhere. */
@NullMarked
package io.plimsoll.contract;

import org.jspecify.annotations.NullMarked;
