package io.plimsoll.run;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a table was last computed from.
 *
 * @param inputs version of every input that was read
 * @param definition fingerprint of the table's declaration then
 * @param asOf date of that run
 */
public record LastRun(Map<String, Long> inputs, String definition, LocalDate asOf) {}
