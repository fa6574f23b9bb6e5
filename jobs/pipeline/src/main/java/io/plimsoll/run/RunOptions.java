package io.plimsoll.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * What a person asked of a run.
 *
 * @param asOf the run's date
 * @param zone the organisation's calendar
 * @param only tables to build, by name; empty for all
 * @param from first day to recompute whatever changed; empty when nothing is forced
 * @param to first day no longer recomputed; present together with {@code from}
 * @param full rebuild every table from its inputs
 */
public record RunOptions(
        LocalDate asOf, ZoneId zone, Set<String> only, Optional<LocalDate> from, Optional<LocalDate> to, boolean full) {

    /** A nightly run: what changed, nothing forced. */
    public static RunOptions nightly(LocalDate asOf, ZoneId zone) {
        return new RunOptions(asOf, zone, Set.of(), Optional.empty(), Optional.empty(), false);
    }

    /** Whether the table was asked for. */
    public boolean wants(String table) {
        return only.isEmpty() || only.contains(table);
    }
}
