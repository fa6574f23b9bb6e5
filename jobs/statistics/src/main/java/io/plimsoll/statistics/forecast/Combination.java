package io.plimsoll.statistics.forecast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The candidates that did best in the backtest, weighed by it: {@code w ∝ error^−2}, at most eight, none with more than twice the least error.
 *
 * <p>Source: Bates, Granger (1969), The combination of forecasts, Operational Research Quarterly 20; that a combination of a few good models
 * beats the choice of one is the first finding of the M4 competition.
 */
final class Combination {
    private static final double POWER = 2;
    private static final double FAR = 2;
    private static final int MOST = 8;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Member(Candidate candidate, double[][] forecasts, double error) {}

    private final List<Member> members;

    private Combination(List<Member> members) {
        this.members = members;
    }

    static Combination of(List<Candidate> candidates, Backtest backtest) {
        List<Member> ranked = new ArrayList<>();
        for (Candidate candidate : candidates) {
            double[][] forecasts = backtest.forecasts(candidate);
            ranked.add(new Member(candidate, forecasts, backtest.error(forecasts) * candidate.handicap()));
        }
        ranked.sort(Comparator.comparingDouble(Member::error));
        double limit = ranked.get(0).error() * FAR;
        return new Combination(ranked.stream()
                .filter(member -> member.error() <= limit)
                .limit(MOST)
                .toList());
    }

    /** The members' names in the order of their weight. */
    String name() {
        return members.stream().map(member -> member.candidate().name()).collect(Collectors.joining(" & "));
    }

    /** What the combination would have forecast in the backtest. */
    double[][] backtested() {
        int rows = members.get(0).forecasts().length;
        double[][] mean = new double[rows][members.get(0).forecasts()[0].length];
        double total = 0;
        for (Member member : members) {
            double weight = weight(member);
            total += weight;
            for (int i = 0; i < rows; i++) {
                add(mean[i], member.forecasts()[i], weight);
            }
        }
        for (double[] row : mean) {
            divide(row, total);
        }
        return mean;
    }

    /**
     * The forecast after the last value, each member learnt anew from the whole series.
     *
     * <p>A member whose forecast leaves the range is left out; should all leave it, the last value stands for each step.
     */
    double[] forecast(double[] values, int horizon, Range range) {
        double[] mean = new double[horizon];
        double total = 0;
        int[] end = {values.length};
        for (Member member : members) {
            double[] forecast = member.candidate().forecast(values.length, end, horizon)[0];
            if (range.holds(forecast)) {
                double weight = weight(member);
                total += weight;
                add(mean, forecast, weight);
            }
        }
        if (total == 0) {
            Arrays.fill(mean, values[values.length - 1]);
            return mean;
        }
        divide(mean, total);
        return mean;
    }

    private double weight(Member member) {
        double least = members.get(0).error();
        return least > 0 ? Math.pow(least / member.error(), POWER) : 1;
    }

    private static void add(double[] sum, double[] values, double weight) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
    }

    private static void divide(double[] values, double divisor) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= divisor;
        }
    }
}
