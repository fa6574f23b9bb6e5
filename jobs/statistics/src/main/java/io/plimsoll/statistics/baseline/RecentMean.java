package io.plimsoll.statistics.baseline;

import java.util.ArrayDeque;
import java.util.Deque;

/** The mean deviation of a stretch of time that moves on. */
final class RecentMean {
    private final long spanSeconds;
    private final Deque<Deviation> recent = new ArrayDeque<>();

    private record Deviation(long second, double size) {}

    RecentMean(long spanSeconds) {
        this.spanSeconds = spanSeconds;
    }

    /** The mean over the last span, this deviation included. Summed anew each time: a running sum would carry the rounding of every spike before. */
    double with(long second, double size) {
        recent.addLast(new Deviation(second, size));
        while (recent.getFirst().second() <= second - spanSeconds) {
            recent.removeFirst();
        }
        double sum = 0;
        for (Deviation deviation : recent) {
            sum += deviation.size();
        }
        return sum / recent.size();
    }
}
