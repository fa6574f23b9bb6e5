package io.plimsoll.statistics.forecast;

import io.plimsoll.statistics.forecast.model.AdjustedSeries;
import io.plimsoll.statistics.forecast.model.Autoregression;
import io.plimsoll.statistics.forecast.model.ExponentialSmoothing;
import io.plimsoll.statistics.forecast.model.Model;
import io.plimsoll.statistics.forecast.model.OptimisedTheta;
import io.plimsoll.statistics.forecast.model.SeasonalAutoregression;
import io.plimsoll.statistics.forecast.model.SeasonalNaive;
import io.plimsoll.statistics.forecast.model.SeasonallyAdjusted;
import io.plimsoll.statistics.forecast.model.Theta;
import io.plimsoll.statistics.forecast.seasonal.SeasonalAdjustment;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which models a series is tried with: by its seasons, its length and whether it has a logarithm. */
final class Candidates {
    /** The longest period whose season is one figure a position; longer ones move and are smoothed. */
    private static final int LONGEST_CLASSICAL = 13;

    private static final int LONGEST_ORDER = 30;

    /**
     * A trend that never fades, and the Theta method whose parameters are not chosen, are believed only when they win clearly: over many series the damped
     * trend (Gardner, McKenzie, 1985, Management Science 31) and the optimised Theta do better.
     */
    private static final double HANDICAP = 1.2;

    /** Whether the models of some seasons take a decomposition that is dear, one for each origin. */
    static boolean areDear(int[] periods) {
        return periods.length > 0 && periods[periods.length - 1] > LONGEST_CLASSICAL;
    }

    private final List<Candidate> found = new ArrayList<>();
    private final double[] values;
    private final Domain domain;
    private final int[] periods;
    private final int learnt;
    private final boolean isPositive;

    private Candidates(double[] values, Domain domain, int[] periods, int learnt) {
        this.values = values;
        this.domain = domain;
        this.periods = periods;
        this.learnt = learnt;
        boolean positive = true;
        for (double value : values) {
            positive &= value > 0;
        }
        isPositive = positive;
    }

    /**
     * The candidates of a series.
     *
     * @param periods the seasons that it has, ascending; empty for none
     * @param learnt values that each must be able to learn from
     */
    static List<Candidate> of(double[] values, Domain domain, int[] periods, int learnt) {
        Candidates candidates = new Candidates(values, domain, periods, learnt);
        candidates.choose();
        return candidates.found;
    }

    private void choose() {
        ScaledSeries plain = ScaledSeries.of(domain == Domain.UNIT ? Scale.LOGIT : Scale.IDENTITY, values);
        ScaledSeries steady = isPositive && domain != Domain.UNIT ? ScaledSeries.of(Scale.LOG, values) : plain;
        add(plain, new SeasonalNaive(1));
        if (periods.length == 0) {
            addTrends(plain, UnaryOperator.identity());
            add(steady, new Autoregression(LONGEST_ORDER));
        } else if (areDear(periods)) {
            addLongSeasons(plain, steady);
        } else {
            addShortSeason(plain, steady);
        }
    }

    private void addTrends(ScaledSeries series, UnaryOperator<Model> wrapped) {
        add(series, wrapped.apply(ExponentialSmoothing.simple()));
        add(series, wrapped.apply(ExponentialSmoothing.damped()));
        add(series, wrapped.apply(OptimisedTheta.dynamic()));
        add(series, wrapped.apply(ExponentialSmoothing.holt()), HANDICAP);
        add(series, wrapped.apply(new Theta()), HANDICAP);
    }

    private void addShortSeason(ScaledSeries plain, ScaledSeries steady) {
        int period = periods[periods.length - 1];
        add(plain, new SeasonalNaive(period));
        boolean multiplicative = isPositive && plain.scale() == Scale.IDENTITY;
        AdjustedSeries adjusted =
                new AdjustedSeries(plain.values(), SeasonalAdjustment.classical(period, multiplicative));
        addTrends(plain, core -> new SeasonallyAdjusted("classical", core, adjusted, 2 * period));
        if (steady.scale() == Scale.LOG) {
            AdjustedSeries logAdjusted =
                    new AdjustedSeries(steady.values(), SeasonalAdjustment.classical(period, false));
            add(steady, new SeasonallyAdjusted("classical", ExponentialSmoothing.damped(), logAdjusted, 2 * period));
            add(steady, new SeasonallyAdjusted("classical", OptimisedTheta.dynamic(), logAdjusted, 2 * period));
        }
        addMstl(steady);
        add(plain, new ExponentialSmoothing(ExponentialSmoothing.Trend.DAMPED, period));
        add(steady, SeasonalAutoregression.of(1, periods));
    }

    private void addLongSeasons(ScaledSeries plain, ScaledSeries steady) {
        for (int period : periods) {
            add(plain, new SeasonalNaive(period));
        }
        addMstl(steady);
        add(steady, SeasonalAutoregression.of(1, periods));
        add(steady, SeasonalAutoregression.of(2, periods));
        if (steady.scale() != plain.scale()) {
            add(plain, SeasonalAutoregression.of(1, periods));
        }
    }

    private void addMstl(ScaledSeries series) {
        AdjustedSeries adjusted = new AdjustedSeries(series.values(), SeasonalAdjustment.mstl(periods));
        int shortest = 2 * periods[periods.length - 1];
        add(series, new SeasonallyAdjusted("mstl", new Autoregression(LONGEST_ORDER), adjusted, shortest));
        add(series, new SeasonallyAdjusted("mstl", ExponentialSmoothing.damped(), adjusted, shortest));
        add(series, new SeasonallyAdjusted("mstl", OptimisedTheta.dynamic(), adjusted, shortest));
    }

    private void add(ScaledSeries series, Model model) {
        add(series, model, 1);
    }

    private void add(ScaledSeries series, Model model, double handicap) {
        Candidate candidate = new Candidate(series, model, handicap);
        if (candidate.canLearnFrom(learnt)) {
            found.add(candidate);
        }
    }
}
