package io.plimsoll.statistics.baseline;

import java.util.ArrayDeque;
import java.util.Deque;

/** The largest deviation of a memory that moves on, so long and of so many values (monotone queue: constant time a value). */
final class RecentRecord {
    private final long memorySeconds;
    private final int fewestValues;
    private final Deque<Deviation> falling = new ArrayDeque<>();
    private long added;

    private record Deviation(long second, long number, double size) {}

    RecentRecord(long memorySeconds, int fewestValues) {
        this.memorySeconds = memorySeconds;
        this.fewestValues = fewestValues;
    }

    /** The largest in memory; 0 when there is none. */
    double largest(long second) {
        while (!falling.isEmpty() && isForgotten(falling.getFirst(), second)) {
            falling.removeFirst();
        }
        return falling.isEmpty() ? 0 : falling.getFirst().size();
    }

    void add(long second, double size) {
        while (!falling.isEmpty() && falling.getLast().size() <= size) {
            falling.removeLast();
        }
        falling.addLast(new Deviation(second, added, size));
        added++;
    }

    private boolean isForgotten(Deviation deviation, long second) {
        return deviation.second() < second - memorySeconds && deviation.number() < added - fewestValues;
    }
}
