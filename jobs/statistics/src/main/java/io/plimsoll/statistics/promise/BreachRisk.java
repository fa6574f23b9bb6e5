package io.plimsoll.statistics.promise;

import io.plimsoll.statistics.forecast.Domain;
import io.plimsoll.statistics.forecast.Forecast;
import io.plimsoll.statistics.forecast.ForecastOptions;
import io.plimsoll.statistics.forecast.Forecaster;
import io.plimsoll.statistics.forecast.LastRegime;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How probable it is that a period which is not over will be missed: {@value #PATHS} simulated continuations of its days against what is left of its budget.
 *
 * <p>Demand follows the paths of its forecast. The share that is bad follows the paths of its own forecast where most days have something bad; where most have
 * nothing, bad days come in bursts that no smooth model holds, and days are redrawn from those seen in blocks of {@value #BLOCK} (circular block bootstrap;
 * Politis and Romano, 1992). Only what follows the last level shift is learnt from, when it is long enough. The same days always give the same figures.
 *
 * @param pBreach share of the paths that end with more bad than the budget allows
 * @param expectedAttained mean of good over total at the end of the period, over the paths; in [0, 1]
 * @param daysToBreach days after which the period's whole budget is used up, 1 for the next day: the median of the paths that are missed, 0 when it is used up
 *     already; empty when none is
 */
public record BreachRisk(double pBreach, double expectedAttained, Optional<Integer> daysToBreach) {
    /** Simulated continuations. */
    public static final int PATHS = 1_000;

    /** Days that must have been seen. */
    public static final int FEWEST_DAYS = 14;

    private static final int BLOCK = 3;

    /**
     * What the period came to so far.
     *
     * @param bad what was bad of it, in the unit of {@code total}
     * @param total events, slices or seconds
     * @param target the share that must be good, in [0, 1]
     */
    public record Standing(double bad, double total, double target) {
        /**
         * Checks the figures.
         *
         * @throws IllegalArgumentException when bad is not within total, or the target not a ratio
         */
        public Standing {
            if (!(bad >= 0 && bad <= total) || !(target >= 0 && target <= 1)) {
                throw new IllegalArgumentException("bad " + bad + " of " + total + ", target " + target
                        + ": expected 0 <= bad <= total and a ratio");
            }
        }

        Standing without(double lessBad, double lessTotal) {
            double before = Math.max(0, total - lessTotal);
            return new Standing(Math.min(before, Math.max(0, bad - lessBad)), before, target);
        }
    }

    /**
     * The risk at the end of the last day seen; empty where too little was seen to say.
     *
     * @param bad bad events, slices or seconds of each day, the last one ends now; NaN where nothing is known
     * @param total all of them; NaN where nothing is known
     * @param standing the period so far
     * @param remaining for each day left of the period the part of it that is left, 1 but for a day that has begun
     */
    public static Optional<BreachRisk> of(double[] bad, double[] total, Standing standing, double[] remaining) {
        if (remaining.length == 0) {
            return Optional.empty();
        }
        double[] shares = new double[total.length];
        Arrays.setAll(shares, day -> total[day] > 0 ? bad[day] / total[day] : Double.NaN);
        double[] seen = Arrays.stream(shares).filter(Double::isFinite).toArray();
        if (seen.length < FEWEST_DAYS) {
            return Optional.empty();
        }
        double[][] demand = paths(total, remaining.length, Domain.NON_NEGATIVE);
        double[][] badShares =
                isBursty(seen) ? redrawn(seen, remaining.length) : paths(shares, remaining.length, Domain.UNIT);
        return demand.length == 0 || badShares.length == 0
                ? Optional.empty()
                : Optional.of(of(demand, badShares, standing, remaining));
    }

    /**
     * For how many days back the risk stood at a level or above it, without a break, had it been judged at the end of each day by what had been seen then.
     *
     * @param level probability from which a breach counts as foreseen
     * @param most days to look back at most: those of the period that are over
     * @return 0 when only today's outlook says so; empty when not even that does
     */
    public static Optional<Integer> foreseenDaysAgo(
            double[] bad, double[] total, Standing standing, double[] remaining, double level, int most) {
        int days = -1;
        Standing before = standing;
        for (int back = 0; back <= most && back < total.length; back++) {
            if (back > 0) {
                int undone = total.length - back;
                before = before.without(zeroIfUnknown(bad[undone]), zeroIfUnknown(total[undone]));
            }
            int end = total.length - back;
            Optional<BreachRisk> then =
                    of(Arrays.copyOf(bad, end), Arrays.copyOf(total, end), before, withDaysBefore(remaining, back));
            if (then.isEmpty() || then.get().pBreach() < level) {
                break;
            }
            days = back;
        }
        return days < 0 ? Optional.empty() : Optional.of(days);
    }

    private static BreachRisk of(double[][] demand, double[][] badShares, Standing standing, double[] remaining) {
        int missed = 0;
        double attained = 0;
        int[] days = new int[demand.length];
        for (int path = 0; path < demand.length; path++) {
            double total = standing.total();
            double[] cumulated = new double[remaining.length];
            double bad = standing.bad();
            for (int day = 0; day < remaining.length; day++) {
                double asked = demand[path][day] * remaining[day];
                total += asked;
                bad += asked * badShares[path][day];
                cumulated[day] = bad;
            }
            double budget = (1 - standing.target()) * total;
            attained += total > 0 ? (total - bad) / total : 1;
            if (bad > budget) {
                days[missed++] = standing.bad() > budget ? 0 : firstAbove(cumulated, budget);
            }
        }
        Arrays.sort(days, 0, missed);
        return new BreachRisk(
                (double) missed / demand.length,
                Math.min(1, Math.max(0, attained / demand.length)),
                missed == 0 ? Optional.empty() : Optional.of(days[(missed - 1) / 2]));
    }

    private static int firstAbove(double[] cumulated, double budget) {
        int day = 0;
        while (day < cumulated.length - 1 && cumulated[day] <= budget) {
            day++;
        }
        return day + 1;
    }

    private static double[][] paths(double[] values, int horizon, Domain domain) {
        ForecastOptions options = ForecastOptions.daily(horizon).withDomain(domain);
        Forecast forecast =
                new Forecaster(options.withRegimeStart(LastRegime.start(values, options.periods()))).forecast(values);
        return forecast.paths(PATHS);
    }

    private static boolean isBursty(double[] shares) {
        return 2 * Arrays.stream(shares).filter(share -> share == 0).count() > shares.length;
    }

    private static double[][] redrawn(double[] shares, int days) {
        SplittableRandom random = new SplittableRandom(Arrays.hashCode(shares));
        double[][] paths = new double[PATHS][days];
        for (double[] path : paths) {
            int at = 0;
            for (int day = 0; day < days; day++) {
                at = day % BLOCK == 0 ? random.nextInt(shares.length) : (at + 1) % shares.length;
                path[day] = shares[at];
            }
        }
        return paths;
    }

    private static double[] withDaysBefore(double[] remaining, int days) {
        double[] longer = new double[days + remaining.length];
        Arrays.fill(longer, 0, days, 1);
        System.arraycopy(remaining, 0, longer, days, remaining.length);
        return longer;
    }

    private static double zeroIfUnknown(double value) {
        return Double.isFinite(value) ? value : 0;
    }
}
