package io.plimsoll.statistics.forecast.model;

/**
 * A way to forecast. Immutable; the same values always give the same forecast.
 *
 * <p>Series are arrays without missing values, one value a step.
 */
public interface Model {
    /** The name published with a forecast. */
    String name();

    /** The fewest values that can be learnt from. */
    int shortest();

    /**
     * Learns the parameters from the first {@code end} values.
     *
     * @param end at least {@link #shortest()}
     */
    FittedModel fit(double[] values, int end);
}
