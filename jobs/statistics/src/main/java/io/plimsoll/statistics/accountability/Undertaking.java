package io.plimsoll.statistics.accountability;

import java.util.List;

/**
 * One version of an agreement.
 *
 * @param id the agreement
 * @param from first second in force; {@link Long#MIN_VALUE} for since ever
 * @param to first second no longer in force; {@link Long#MAX_VALUE} for until further notice
 * @param underpinnedBy agreements that hold it up, in declared order
 */
public record Undertaking(String id, long from, long to, List<String> underpinnedBy) {

    /** Copies the list. */
    public Undertaking {
        underpinnedBy = List.copyOf(underpinnedBy);
    }
}
