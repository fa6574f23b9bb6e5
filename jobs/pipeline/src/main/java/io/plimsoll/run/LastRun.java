package io.plimsoll.run;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a table was last computed from.
 *
 * @param inputs version of every input that was read
 * @param definition fingerprint of the table's declaration then
 * @param asOf date of that run
 * @param version the table's version when that run had ended
 */
public record LastRun(Map<String, Long> inputs, String definition, LocalDate asOf, long version) {}
