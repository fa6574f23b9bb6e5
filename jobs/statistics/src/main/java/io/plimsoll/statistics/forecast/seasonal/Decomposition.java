package io.plimsoll.statistics.forecast.seasonal;

/**
 * A series taken apart: {@code value = trend + Σ seasonal + remainder} at each step.
 *
 * @param periods of the seasonal parts, ascending
 * @param seasonal a row for each period
 * @param robustness the weight that each step had in the last smoothing, in [0, 1]; all 1 without outer loops
 */
@SuppressWarnings("ArrayRecordComponent") // a result that is read, never compared; a list would box
public record Decomposition(
        int[] periods, double[] trend, double[][] seasonal, double[] remainder, double[] robustness) {}
