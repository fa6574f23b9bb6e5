package io.plimsoll.statistics.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable set of seconds, held as sorted, disjoint, non-touching half-open intervals of epoch seconds (UTC).
 *
 * <p>Intervals are merged when a timeline is made, so that no second is ever summed twice. Set operations are linear in
 * the number of intervals. The bounds {@link Long#MIN_VALUE} and {@link Long#MAX_VALUE} may stand for "since ever" and
 * "for ever"; a length that leaves {@code long} is an {@link ArithmeticException}, never a wrong sum.
 */
public final class Timeline {
    private static final Timeline EMPTY = new Timeline(new long[0]);

    /** Strictly ascending: from, to, from, to, ... */
    private final long[] bounds;

    Timeline(long[] bounds) {
        this.bounds = bounds;
    }

    /** The timeline without a second. */
    public static Timeline empty() {
        return EMPTY;
    }

    /**
     * The timeline of one interval.
     *
     * @throws IllegalArgumentException when {@code from >= to}
     */
    public static Timeline of(long from, long to) {
        return of(List.of(new Interval(from, to)));
    }

    /** Merges intervals given in any order; overlapping and touching ones become one. */
    public static Timeline of(Collection<Interval> intervals) {
        List<Interval> sorted = new ArrayList<>(intervals);
        sorted.sort(Comparator.comparingLong(Interval::from));
        BoundsBuilder merged = new BoundsBuilder(sorted.size());
        for (Interval interval : sorted) {
            merged.append(interval.from(), interval.to());
        }
        return merged.build();
    }

    /** Seconds in this or in the other. */
    public Timeline union(Timeline other) {
        BoundsBuilder merged = new BoundsBuilder((bounds.length + other.bounds.length) / 2);
        int mine = 0;
        int theirs = 0;
        while (mine < bounds.length || theirs < other.bounds.length) {
            boolean takeMine =
                    theirs == other.bounds.length || (mine < bounds.length && bounds[mine] <= other.bounds[theirs]);
            if (takeMine) {
                merged.append(bounds[mine], bounds[mine + 1]);
                mine += 2;
            } else {
                merged.append(other.bounds[theirs], other.bounds[theirs + 1]);
                theirs += 2;
            }
        }
        return merged.build();
    }

    /** Seconds in this and in the other. */
    public Timeline intersect(Timeline other) {
        BoundsBuilder common = new BoundsBuilder(Math.max(bounds.length, other.bounds.length) / 2);
        int mine = 0;
        int theirs = 0;
        while (mine < bounds.length && theirs < other.bounds.length) {
            common.append(
                    Math.max(bounds[mine], other.bounds[theirs]), Math.min(bounds[mine + 1], other.bounds[theirs + 1]));
            if (bounds[mine + 1] < other.bounds[theirs + 1]) {
                mine += 2;
            } else {
                theirs += 2;
            }
        }
        return common.build();
    }

    /** Seconds in this and not in the other. */
    public Timeline subtract(Timeline other) {
        BoundsBuilder rest = new BoundsBuilder((bounds.length + other.bounds.length) / 2);
        int theirs = 0;
        for (int mine = 0; mine < bounds.length; mine += 2) {
            long from = bounds[mine];
            long to = bounds[mine + 1];
            while (theirs < other.bounds.length && other.bounds[theirs + 1] <= from) {
                theirs += 2;
            }
            for (int cut = theirs; cut < other.bounds.length && other.bounds[cut] < to; cut += 2) {
                rest.append(from, other.bounds[cut]);
                from = other.bounds[cut + 1];
            }
            rest.append(from, to);
        }
        return rest.build();
    }

    /**
     * The earliest {@code seconds} seconds of this timeline, all of it when it is shorter.
     *
     * @throws IllegalArgumentException when {@code seconds} is negative
     */
    public Timeline first(long seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("seconds must not be negative: " + seconds);
        }
        BoundsBuilder head = new BoundsBuilder(bounds.length / 2);
        long left = seconds;
        for (int i = 0; i < bounds.length && left > 0; i += 2) {
            long taken = Math.min(left, Math.subtractExact(bounds[i + 1], bounds[i]));
            head.append(bounds[i], bounds[i] + taken);
            left -= taken;
        }
        return head.build();
    }

    /** Number of seconds. */
    public long seconds() {
        long sum = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            sum = Math.addExact(sum, Math.subtractExact(bounds[i + 1], bounds[i]));
        }
        return sum;
    }

    /** Whether the second that starts at {@code instant} is inside. */
    public boolean contains(long instant) {
        int index = Arrays.binarySearch(bounds, instant);
        return index >= 0 ? isStart(index) : !isStart(-index - 1);
    }

    /** Whether a second of the interval is inside. */
    public boolean overlaps(Interval interval) {
        int index = Arrays.binarySearch(bounds, interval.from());
        int next = index >= 0 ? index : -index - 1;
        boolean startsInside = index >= 0 ? isStart(index) : !isStart(next);
        int start = isStart(next) ? next : next + 1;
        return startsInside || (start < bounds.length && bounds[start] < interval.to());
    }

    /** Whether no second is inside. */
    public boolean isEmpty() {
        return bounds.length == 0;
    }

    /** The intervals in ascending order; no two touch. */
    public List<Interval> intervals() {
        List<Interval> intervals = new ArrayList<>(bounds.length / 2);
        for (int i = 0; i < bounds.length; i += 2) {
            intervals.add(new Interval(bounds[i], bounds[i + 1]));
        }
        return List.copyOf(intervals);
    }

    /**
     * Number of slots whose start lies inside: grid points {@code k × resolution}, aligned to the epoch, that is
     * {@code Σ ceil(to / resolution) − ceil(from / resolution)}.
     *
     * @param resolutionSeconds distance of the grid points, positive
     * @throws IllegalArgumentException when the resolution is not positive
     */
    public long slots(long resolutionSeconds) {
        requirePositive("resolution", resolutionSeconds);
        long slots = 0;
        for (int i = 0; i < bounds.length; i += 2) {
            slots = Math.addExact(
                    slots, ceilDiv(bounds[i + 1], resolutionSeconds) - ceilDiv(bounds[i], resolutionSeconds));
        }
        return slots;
    }

    /**
     * Number of slices, aligned to the epoch, that hold at least one slot start inside this timeline.
     *
     * @param resolutionSeconds distance of the slot starts, positive
     * @param sliceSeconds length of a slice, positive
     * @throws IllegalArgumentException when either is not positive
     */
    public long slices(long resolutionSeconds, long sliceSeconds) {
        requirePositive("slice", sliceSeconds);
        if (resolutionSeconds >= sliceSeconds) {
            return slots(resolutionSeconds);
        }
        requirePositive("resolution", resolutionSeconds);
        long slices = 0;
        long nextUncounted = Long.MIN_VALUE;
        for (int i = 0; i < bounds.length; i += 2) {
            long firstPoint = ceilDiv(bounds[i], resolutionSeconds);
            long lastPoint = ceilDiv(bounds[i + 1], resolutionSeconds) - 1;
            if (firstPoint <= lastPoint) {
                // The grid is finer than the slices: none between the first and the last is without a grid point.
                long first = Math.max(Math.floorDiv(firstPoint * resolutionSeconds, sliceSeconds), nextUncounted);
                long last = Math.floorDiv(lastPoint * resolutionSeconds, sliceSeconds);
                slices += Math.max(0, last - first + 1);
                nextUncounted = last + 1;
            }
        }
        return slices;
    }

    /**
     * Starts of the slices that {@link #slices} counts, in ascending order.
     *
     * @param resolutionSeconds distance of the slot starts, positive
     * @param sliceSeconds length of a slice, positive
     * @throws IllegalArgumentException when either is not positive
     */
    public LongStream sliceStarts(long resolutionSeconds, long sliceSeconds) {
        requirePositive("slice", sliceSeconds);
        requirePositive("resolution", resolutionSeconds);
        return IntStream.range(0, bounds.length / 2)
                .mapToObj(interval -> LongStream.range(
                        ceilDiv(bounds[2 * interval], resolutionSeconds),
                        ceilDiv(bounds[2 * interval + 1], resolutionSeconds)))
                .flatMapToLong(points -> points)
                .map(point -> Math.floorDiv(point * resolutionSeconds, sliceSeconds) * sliceSeconds)
                .distinct();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Timeline timeline && Arrays.equals(bounds, timeline.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("Timeline");
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(" [")
                    .append(bounds[i])
                    .append(", ")
                    .append(bounds[i + 1])
                    .append(')');
        }
        return text.toString();
    }

    private static boolean isStart(int index) {
        return index % 2 == 0;
    }

    private static long ceilDiv(long dividend, long divisor) {
        return -Math.floorDiv(Math.negateExact(dividend), divisor);
    }

    private static void requirePositive(String what, long seconds) {
        if (seconds <= 0) {
            throw new IllegalArgumentException(what + " must be positive, in seconds: " + seconds);
        }
    }
}
