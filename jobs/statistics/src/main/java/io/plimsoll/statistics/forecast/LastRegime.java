package io.plimsoll.statistics.forecast;

import io.plimsoll.statistics.change.LevelShifts;
import io.plimsoll.statistics.forecast.seasonal.ClassicalDecomposition;
import java.util.Arrays;
import java.util.List;

/**
 * Where the level of a series last jumped: a resource was enlarged, traffic was moved. What lies before says little of what comes.
 *
 * <p>Seasons that show are taken out, then {@link LevelShifts} looks for jumps. The last one counts when its two levels explain the values on both sides better than a line
 * does (a trend comes out as stairs otherwise), and lie at least {@value #LEAST_JUMP} standard deviations of the values around them apart (a random walk jumps by less).
 */
public final class LastRegime {
    private static final double PENALTY = 3;
    private static final double LEAST_JUMP = 3;

    /** A burst of bad days, or of bad hours, is no new level. */
    private static final int SHORTEST = 14;

    private static final int CYCLES = 3;

    private LastRegime() {}

    /**
     * The first step of the last regime; 0 where the level never jumped.
     *
     * @param values one a step; NaN and infinite values are missing
     * @param periods seasons that the series may have, ascending; one counts where it shows and has three cycles
     */
    public static int start(double[] values, List<Integer> periods) {
        int first = 0;
        int end = values.length;
        while (first < end && !Double.isFinite(values[first])) {
            first++;
        }
        while (end > first && !Double.isFinite(values[end - 1])) {
            end--;
        }
        double[] known = new double[end - first];
        for (int i = 0; i < known.length; i++) {
            known[i] = Double.isFinite(values[first + i]) ? values[first + i] : Double.NaN;
        }
        if (known.length < 2 * SHORTEST) {
            return 0;
        }
        int[] wanted = periods.stream().mapToInt(Integer::intValue).toArray();
        double[] filled = MissingValues.filled(known, wanted);
        // A season that is not there would smear the jump over its cycle.
        int[] shown = Arrays.stream(Forecaster.seasons(filled, wanted))
                .filter(period -> CYCLES * period <= known.length)
                .toArray();
        double[] levels = withoutSeasons(filled, shown);
        int shift = lastJump(levels, shown);
        return shift == 0 ? 0 : first + shift;
    }

    private static double[] withoutSeasons(double[] values, int[] periods) {
        double[] rest = values;
        for (int period : periods) {
            rest = withoutSeason(rest, period);
        }
        return rest;
    }

    /** A season of the wrong kind stays in the values of one level: the smoother rest is the one without. */
    private static double[] withoutSeason(double[] values, int period) {
        double[] added = adjusted(values, period, false);
        if (!Arrays.stream(values).allMatch(value -> value > 0)) {
            return added;
        }
        double[] multiplied = adjusted(values, period, true);
        return roughness(multiplied) < roughness(added) ? multiplied : added;
    }

    private static double[] adjusted(double[] values, int period, boolean multiplicative) {
        return ClassicalDecomposition.robust(values, period, multiplicative).adjust(values, values.length);
    }

    /** Squared steps from value to value. */
    private static double roughness(double[] values) {
        double squares = 0;
        for (int i = 1; i < values.length; i++) {
            squares += (values[i] - values[i - 1]) * (values[i] - values[i - 1]);
        }
        return squares;
    }

    private static int lastJump(double[] values, int[] periods) {
        int shortest = periods.length == 0 ? SHORTEST : Math.max(SHORTEST, 2 * periods[0]);
        List<Integer> starts = new LevelShifts(PENALTY, shortest).starts(values);
        if (starts.isEmpty()) {
            return 0;
        }
        int start = starts.get(starts.size() - 1);
        int before = starts.size() == 1 ? 0 : starts.get(starts.size() - 2);
        return isJump(values, before, start) ? start : 0;
    }

    private static boolean isJump(double[] values, int before, int start) {
        double old = mean(values, before, start);
        double now = mean(values, start, values.length);
        double aroundLevels = 0;
        for (int i = before; i < values.length; i++) {
            double deviation = values[i] - (i < start ? old : now);
            aroundLevels += deviation * deviation;
        }
        double variance = aroundLevels / (values.length - before - 2);
        return aroundLevels < aroundLine(values, before)
                && (now - old) * (now - old) > LEAST_JUMP * LEAST_JUMP * variance;
    }

    /** Squared deviation from the least squares line. */
    private static double aroundLine(double[] values, int from) {
        double mean = mean(values, from, values.length);
        double centre = (from + values.length - 1) / 2.0;
        double products = 0;
        double squares = 0;
        double around = 0;
        for (int i = from; i < values.length; i++) {
            products += (i - centre) * (values[i] - mean);
            squares += (i - centre) * (i - centre);
            around += (values[i] - mean) * (values[i] - mean);
        }
        return around - products * products / squares;
    }

    private static double mean(double[] values, int from, int to) {
        return Arrays.stream(values, from, to).average().orElseThrow();
    }
}
