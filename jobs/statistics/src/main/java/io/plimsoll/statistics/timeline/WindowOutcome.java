package io.plimsoll.statistics.timeline;

import java.util.Optional;

/**
 * What became of one window.
 *
 * @param windowId the window
 * @param kind its kind
 * @param requestedSeconds its whole length
 * @param inScopeSeconds what of it lies in the period's scope
 * @param coveredSeconds what its own policy excludes of it; other windows may exclude the same seconds
 * @param excludedSeconds what is counted under it; these add up over the windows to the excluded seconds
 * @param notExcluded why it or a part of it was not excluded; empty when all of it that lies in scope was, some of it
 *     counted under it
 * @param approvedInAdvance whether the approval stood when it began
 */
public record WindowOutcome(
        String windowId,
        String kind,
        long requestedSeconds,
        long inScopeSeconds,
        long coveredSeconds,
        long excludedSeconds,
        Optional<NotExcluded> notExcluded,
        boolean approvedInAdvance) {}
