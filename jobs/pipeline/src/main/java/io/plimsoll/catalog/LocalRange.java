package io.plimsoll.catalog;

/**
 * Opening hours of one local day, {@code [fromSecond, toSecond)} in wall-clock seconds since midnight.
 *
 * @param fromSecond 0 to 86,399
 * @param toSecond more than {@code fromSecond}, up to 86,400, which is 24:00, the end of the day
 */
public record LocalRange(int fromSecond, int toSecond) {}
