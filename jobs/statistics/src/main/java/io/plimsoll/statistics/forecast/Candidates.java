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

/** Which models a series is tried with: by its seasons, its length and whether it has a logarithm. */
final class Candidates {
    /** The longest period whose season is one figure a position; longer ones move and are smoothed. */
    private static final int LONGEST_CLASSICAL = 13;

    private static final int LONGEST_ORDER = 30;

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
            addUnseasonal(plain);
            add(steady, new Autoregression(LONGEST_ORDER));
        } else if (periods[periods.length - 1] <= LONGEST_CLASSICAL) {
            addShortSeason(plain, steady);
        } else {
            addLongSeasons(plain, steady);
        }
    }

    private void addUnseasonal(ScaledSeries series) {
        for (Model model : trends()) {
            add(series, model);
        }
    }

    private static List<Model> trends() {
        return List.of(
                ExponentialSmoothing.simple(),
                ExponentialSmoothing.holt(),
                ExponentialSmoothing.damped(),
                new Theta(),
                OptimisedTheta.dynamic());
    }

    private void addShortSeason(ScaledSeries plain, ScaledSeries steady) {
        int period = periods[periods.length - 1];
        add(plain, new SeasonalNaive(period));
        boolean multiplicative = isPositive && plain.scale() == Scale.IDENTITY;
        AdjustedSeries adjusted =
                new AdjustedSeries(plain.values(), SeasonalAdjustment.classical(period, multiplicative));
        for (Model core : trends()) {
            add(plain, new SeasonallyAdjusted("classical", core, adjusted, 2 * period));
        }
        add(plain, new ExponentialSmoothing(ExponentialSmoothing.Trend.DAMPED, period));
        add(steady, SeasonalAutoregression.of(1, periods));
    }

    private void addLongSeasons(ScaledSeries plain, ScaledSeries steady) {
        for (int period : periods) {
            add(plain, new SeasonalNaive(period));
        }
        AdjustedSeries adjusted = new AdjustedSeries(steady.values(), SeasonalAdjustment.mstl(periods));
        int longest = 2 * periods[periods.length - 1];
        add(steady, new SeasonallyAdjusted("mstl", new Autoregression(LONGEST_ORDER), adjusted, longest));
        add(steady, new SeasonallyAdjusted("mstl", OptimisedTheta.dynamic(), adjusted, longest));
        add(steady, SeasonalAutoregression.of(1, periods));
        add(steady, SeasonalAutoregression.of(2, periods));
        if (steady.scale() != plain.scale()) {
            add(plain, SeasonalAutoregression.of(1, periods));
        }
    }

    private void add(ScaledSeries series, Model model) {
        Candidate candidate = new Candidate(series, model);
        if (candidate.canLearnFrom(learnt)) {
            found.add(candidate);
        }
    }
}
