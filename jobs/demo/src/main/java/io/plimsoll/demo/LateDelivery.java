package io.plimsoll.demo;

import java.time.YearMonth;

/**
 * A file that comes after a month was sealed.
 *
 * @param waits where it waits, below the workspace
 * @param lands where it must be dropped, below the workspace
 * @param month the month that it restates
 */
public record LateDelivery(String waits, String lands, YearMonth month) {}
