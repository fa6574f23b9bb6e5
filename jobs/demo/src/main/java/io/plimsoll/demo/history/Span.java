package io.plimsoll.demo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A half-open interval of time {@code [from, to)}; {@code from} lies before {@code to}. */
public record Span(Instant from, Instant to) {

    public Span {
        if (!from.isBefore(to)) {
            throw new IllegalArgumentException("A span needs from < to, but got " + from + " and " + to);
        }
    }

    /** The span that starts at {@code from} and lasts {@code length}. */
    public static Span of(Instant from, Duration length) {
        return new Span(from, from.plus(length));
    }

    /** Whether the instant {@code epochSecond} lies inside. */
    public boolean contains(long epochSecond) {
        return from.getEpochSecond() <= epochSecond && epochSecond < to.getEpochSecond();
    }

    /** Whether the instant {@code epochSecond} lies inside one of {@code spans}. */
    public static boolean anyContains(List<Span> spans, long epochSecond) {
        for (Span span : spans) {
            if (span.contains(epochSecond)) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code instant} lies inside. */
    public boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** Whether the two share at least one instant. */
    public boolean overlaps(Span other) {
        return from.isBefore(other.to) && other.from.isBefore(to);
    }

    /** Seconds of the {@code length} seconds from {@code epochSecond} on that lie inside. */
    public long secondsOf(long epochSecond, long length) {
        long first = Math.max(from.getEpochSecond(), epochSecond);
        long last = Math.min(to.getEpochSecond(), epochSecond + length);
        return Math.max(0, last - first);
    }

    /** Length in seconds. */
    public long seconds() {
        return Duration.between(from, to).toSeconds();
    }
}
