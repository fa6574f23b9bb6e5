package io.plimsoll.statistics.baseline;

import java.time.Duration;

/** Of findings that follow each other, those that are told: the first, and none for a while after it. Any rule's findings are held alike. */
public final class AlertHold {
    private final long seconds;
    private long quietUntil = Long.MIN_VALUE;

    /** @param hold no second alert for so long after one; none tells of every finding */
    public AlertHold(Duration hold) {
        this.seconds = hold.toSeconds();
    }

    /**
     * Whether this is told.
     *
     * @param second epoch seconds, not before those of the last call
     * @param found whether there is anything to tell
     */
    public boolean tells(long second, boolean found) {
        if (!found || second < quietUntil) {
            return false;
        }
        quietUntil = second + seconds;
        return true;
    }
}
