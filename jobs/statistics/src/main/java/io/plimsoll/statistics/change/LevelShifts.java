package io.plimsoll.statistics.change;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Where the mean of a series jumps: PELT (Killick, Fearnhead and Eckley 2012), which finds the least total squared deviation plus a penalty a jump, exactly and in about linear time.
 *
 * <p>The penalty is {@code penaltyFactor · σ² · ln n} with {@link Noise#sigma}. A slow trend is not a jump and comes out as stairs: take it out before.
 *
 * @param penaltyFactor positive; 3 is strict enough for weakly correlated series
 * @param shortest fewest values between two jumps, at least 1
 */
public record LevelShifts(double penaltyFactor, int shortest) {
    /** β = 3σ² ln n, segments of at least two values. */
    public static final LevelShifts DEFAULT = new LevelShifts(3, 2);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public LevelShifts {
        if (!(penaltyFactor > 0) || shortest < 1) {
            throw new IllegalArgumentException("penalty factor " + penaltyFactor + " and shortest segment " + shortest
                    + ": expected a positive number and at least 1");
        }
    }

    /**
     * The index of the first value of each new level, ascending. Empty for a series too short for two segments, and for one without noise that stays where it is. A series
     * without noise that steps is split at its steps.
     *
     * @throws IllegalArgumentException when a value is NaN or infinite
     */
    public List<Integer> starts(double[] values) {
        int n = values.length;
        SquaredDeviation cost = SquaredDeviation.of(values);
        double sigma = Noise.sigma(values);
        double smallest = 1e-9 * cost.of(0, n);
        double penalty = Math.max(penaltyFactor * sigma * sigma * Math.log(Math.max(2, n)), smallest);
        double[] least = new double[n + 1];
        int[] previous = new int[n + 1];
        least[0] = -penalty;
        List<Integer> open = new ArrayList<>();
        for (int end = 1; end <= n; end++) {
            if (end >= shortest) {
                open.add(end - shortest);
            }
            least[end] = Double.POSITIVE_INFINITY;
            for (int start : open) {
                double total = least[start] + cost.of(start, end) + penalty;
                if (total < least[end]) {
                    least[end] = total;
                    previous[end] = start;
                }
            }
            // A start that loses against a later one loses for ever; the later one must itself be usable by the next
            // end.
            int rival = end + 1 - shortest;
            open.removeIf(start -> start < rival && least[start] + cost.of(start, rival) > least[rival]);
        }
        return back(previous, n);
    }

    private static List<Integer> back(int[] previous, int n) {
        List<Integer> starts = new ArrayList<>();
        for (int end = n; end > 0 && previous[end] > 0; end = previous[end]) {
            starts.add(previous[end]);
        }
        Collections.reverse(starts);
        return starts;
    }
}
