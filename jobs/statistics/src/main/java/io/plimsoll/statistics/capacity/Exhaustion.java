package io.plimsoll.statistics.capacity;

import io.plimsoll.statistics.interval.Sample;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * When a capacity runs out, from simulated paths of what is used: {@code F(h) = P(max of the path up to step h >= capacity)}.
 *
 * <p>Steps count from 1, the first forecast step; 0 is now, the time of the last value.
 *
 * @param status in words
 * @param p10 first step with {@code F >= 0.1}, the early date to plan by; empty when not within the horizon
 * @param p50 first step with {@code F >= 0.5}
 * @param p90 first step with {@code F >= 0.9}
 * @param withinHorizon {@code F} at the last step; empty for insufficient data
 * @param beforeLeadTime {@code F} at the lead time, the probability that an order placed now comes too late; a lead time past the horizon takes {@code F} at the horizon, a lower bound; empty for insufficient data
 * @param orderBy {@code p10 − lead time}; negative when the step to order has passed
 */
public record Exhaustion(
        ExhaustionStatus status,
        OptionalInt p10,
        OptionalInt p50,
        OptionalInt p90,
        OptionalDouble withinHorizon,
        OptionalDouble beforeLeadTime,
        OptionalInt orderBy) {
    /** Paths below which a P10 is noise. */
    public static final int FEWEST_PATHS = 1_000;

    /** The upper end of a two-sided 95 % interval. */
    private static final double SURELY = 0.975;

    /** Steps whose mean is compared, lest a weekend look like a fall. */
    private static final int WEEK = 7;

    /** What is said without enough history. */
    public static final Exhaustion INSUFFICIENT = new Exhaustion(
            ExhaustionStatus.INSUFFICIENT_DATA,
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty());

    /**
     * Reads the paths.
     *
     * @param last the last value seen, in the capacity's unit; NaN is insufficient data
     * @param paths one row a path, one column a step, all of one length; fewer than 1,000, or none with a step, is insufficient data
     * @param capacity what must not be reached, usually the usable one
     * @param leadSteps steps from order to delivery, not negative
     * @throws IllegalArgumentException when paths differ in length or hold NaN, the capacity is NaN, or the lead time is negative
     */
    public static Exhaustion of(double last, List<double[]> paths, double capacity, int leadSteps) {
        if (Double.isNaN(capacity) || leadSteps < 0) {
            throw new IllegalArgumentException("capacity " + capacity + " with a lead time of " + leadSteps
                    + " steps: expected a number and >= 0");
        }
        if (Double.isNaN(last) || paths.size() < FEWEST_PATHS || paths.get(0).length == 0) {
            return INSUFFICIENT;
        }
        double[] reached = reached(paths, capacity, last >= capacity);
        int horizon = reached.length - 1;
        OptionalInt p10 = first(reached, 0.1);
        return new Exhaustion(
                status(last, paths, capacity, p10),
                p10,
                first(reached, 0.5),
                first(reached, 0.9),
                OptionalDouble.of(reached[horizon]),
                OptionalDouble.of(reached[Math.min(leadSteps, horizon)]),
                p10.isPresent() ? OptionalInt.of(p10.getAsInt() - leadSteps) : OptionalInt.empty());
    }

    /** F at steps 0 (now) to the horizon. */
    private static double[] reached(List<double[]> paths, double capacity, boolean crossed) {
        int horizon = paths.get(0).length;
        int[] crossings = new int[horizon + 1];
        for (double[] path : paths) {
            int step = crossed ? 0 : firstStep(path, horizon, capacity);
            if (step <= horizon) {
                crossings[step]++;
            }
        }
        double[] reached = new double[horizon + 1];
        int sum = 0;
        for (int step = 0; step <= horizon; step++) {
            sum += crossings[step];
            reached[step] = (double) sum / paths.size();
        }
        return reached;
    }

    private static int firstStep(double[] path, int horizon, double capacity) {
        if (path.length != horizon || Arrays.stream(path).anyMatch(Double::isNaN)) {
            throw new IllegalArgumentException("a path of " + path.length + " steps beside " + horizon
                    + ", or with NaN: expected numbers of one length");
        }
        int step = 1;
        while (step <= horizon && path[step - 1] < capacity) {
            step++;
        }
        return step;
    }

    private static OptionalInt first(double[] reached, double probability) {
        for (int step = 0; step < reached.length; step++) {
            if (reached[step] >= probability) {
                return OptionalInt.of(step);
            }
        }
        return OptionalInt.empty();
    }

    private static ExhaustionStatus status(double last, List<double[]> paths, double capacity, OptionalInt p10) {
        if (last >= capacity) {
            return ExhaustionStatus.CROSSED;
        }
        if (p10.isPresent()) {
            return ExhaustionStatus.WITHIN_HORIZON;
        }
        return falls(last, paths) ? ExhaustionStatus.FALLING : ExhaustionStatus.BEYOND_HORIZON;
    }

    /** Whether the 95 % interval of the paths' change, from their first week to their last, lies below zero: the last value alone is mostly noise. */
    private static boolean falls(double last, List<double[]> paths) {
        double[] changes =
                paths.stream().mapToDouble(path -> change(last, path)).toArray();
        return Sample.of(changes).orElseThrow().quantile(SURELY) < 0;
    }

    /** From the mean of the first week to that of the last, or of shorter stretches that do not overlap; a path of one step starts at the last value. */
    private static double change(double last, double[] path) {
        int stretch = Math.min(WEEK, path.length / 2);
        return stretch == 0 ? path[0] - last : mean(path, path.length - stretch, path.length) - mean(path, 0, stretch);
    }

    private static double mean(double[] path, int from, int to) {
        return Arrays.stream(path, from, to).average().orElseThrow();
    }
}
