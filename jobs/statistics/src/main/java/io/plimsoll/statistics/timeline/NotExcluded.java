package io.plimsoll.statistics.timeline;

/**
 * Why a window, or a part of it, was not excluded.
 *
 * @param reason the kind of reason
 * @param explanation the reason with its figures, for a reader
 */
public record NotExcluded(ReasonNotExcluded reason, String explanation) {}
