package io.plimsoll.statistics.scorecard;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import io.plimsoll.statistics.shrinkage.Posterior;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/**
 * A figure seen through a monotone score.
 *
 * @param mean expected score where it is known exactly; else that of the equally likely values is published
 * @param interval of the score
 */
record ScoredPosterior(
        Posterior posterior, DoubleUnaryOperator score, OptionalDouble mean, ConfidenceInterval interval) {

    /** A share, which is its own score. */
    static ScoredPosterior ofShare(Posterior share) {
        return new ScoredPosterior(
                share, itself -> itself, OptionalDouble.of(share.mean()), share.interval(Confidence.DEFAULT));
    }

    static ScoredPosterior of(Posterior posterior, DoubleUnaryOperator score) {
        ConfidenceInterval figure = posterior.interval(Confidence.DEFAULT);
        double low = score.applyAsDouble(figure.low());
        double high = score.applyAsDouble(figure.high());
        return new ScoredPosterior(
                posterior,
                score,
                OptionalDouble.empty(),
                new ConfidenceInterval(Math.min(low, high), Math.max(low, high)));
    }

    /** The one with the wider interval, this one where they are equally wide. */
    ScoredPosterior orWider(ScoredPosterior other) {
        return other.interval.width() > interval.width() ? other : this;
    }

    Belief belief() {
        double[] values = Arrays.stream(posterior.equallyLikelyValues(Belief.STRATA))
                .map(score)
                .toArray();
        double expected = mean.orElseGet(() -> Arrays.stream(values).average().orElseThrow());
        return new Belief(values, new DimensionScore(expected, interval, posterior.ownWeight()));
    }
}
