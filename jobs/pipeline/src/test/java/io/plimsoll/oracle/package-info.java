/**
 * Small random workspaces and what {@code sla_compliance} and {@code error_budget} must say of them, computed a second time from
 * the raw records, second by second and slot by slot. It shares no code with the product.
 */
@NullMarked
package io.plimsoll.oracle;

import org.jspecify.annotations.NullMarked;
