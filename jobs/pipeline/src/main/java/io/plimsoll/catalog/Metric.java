package io.plimsoll.catalog;

/** The metric of an OpenSLO indicator. */
public enum Metric {
    /** {@code ratioMetric}: good or bad events of all events, or a ratio itself. */
    RATIO,
    /** {@code thresholdMetric}: a value that an objective compares with its own. */
    THRESHOLD
}
