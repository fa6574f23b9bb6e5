package io.plimsoll.demo.signal;

/** Events of one slot; {@code start} is in seconds since the epoch, {@code 0 <= good <= total}. */
public record Slot(long start, long good, long total) {}
