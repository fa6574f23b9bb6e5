package io.plimsoll.statistics.timeline;

/** Why a window, or a part of it, was not excluded. The first that applies is given. */
public enum ReasonNotExcluded {
    /** The agreement has no policy for this kind. */
    KIND_NOT_NAMED,
    /** The agreement's policy is to measure this kind. */
    MEASURED,
    /** Nobody approved it. */
    NO_APPROVAL,
    /** The approval came too late before the start. */
    NOTICE_TOO_SHORT,
    /** It shares no second with the period's scope. */
    OUTSIDE_SCOPE,
    /** The month's cap of its kind was used up, before it or within it. */
    CAP_USED_UP,
    /** All of its excluded seconds are counted under another window. */
    COUNTED_UNDER_ANOTHER_WINDOW
}
