package io.plimsoll.statistics.timeline;

import java.util.OptionalLong;

/**
 * An agreement's policy for one kind of window.
 *
 * @param treatment what happens to the time
 * @param noticeSeconds how long before the start the approval must stand: at 0 at the start at the latest; empty when an
 *     approval at any time will do, even after the fact
 * @param monthlyCapSeconds how much of a calendar month may be excluded under this kind; empty for no limit
 */
public record ExclusionPolicy(Treatment treatment, OptionalLong noticeSeconds, OptionalLong monthlyCapSeconds) {
    /**
     * Rejects a negative notice or cap.
     *
     * @throws IllegalArgumentException naming the value
     */
    public ExclusionPolicy {
        requireNotNegative("notice", noticeSeconds);
        requireNotNegative("monthly cap", monthlyCapSeconds);
    }

    /** A policy that asks for an approval, whenever given, and knows no cap. */
    public static ExclusionPolicy of(Treatment treatment) {
        return new ExclusionPolicy(treatment, OptionalLong.empty(), OptionalLong.empty());
    }

    /** The same policy with a notice. */
    public ExclusionPolicy withNotice(long seconds) {
        return new ExclusionPolicy(treatment, OptionalLong.of(seconds), monthlyCapSeconds);
    }

    /** The same policy with a cap a calendar month. */
    public ExclusionPolicy withMonthlyCap(long seconds) {
        return new ExclusionPolicy(treatment, noticeSeconds, OptionalLong.of(seconds));
    }

    private static void requireNotNegative(String what, OptionalLong seconds) {
        if (seconds.isPresent() && seconds.getAsLong() < 0) {
            throw new IllegalArgumentException(what + " must not be negative, in seconds: " + seconds.getAsLong());
        }
    }
}
