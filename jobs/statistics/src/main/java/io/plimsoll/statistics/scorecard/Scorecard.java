package io.plimsoll.statistics.scorecard;

import io.plimsoll.statistics.interval.ConfidenceInterval;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How a vendor stands among those it is compared with.
 *
 * @param score weighted mean of the dimensions' scores, in [0, 1]
 * @param interval central 95 % interval of the score; a vendor with little on record has a wide one
 * @param rank 1 is best: one more than the vendors that are better with a probability of at least 0.8
 * @param ranks central 95 % interval of the rank
 * @param tiedWith positions of the vendors of which it is neither better nor worse with that probability
 * @param rankStability share of the variations, each weight alone halved and made half as large again, that keep the vendor's place by
 *     score, in [0, 1]
 * @param dimensions every dimension, those without weight too
 */
public record Scorecard(
        double score,
        ConfidenceInterval interval,
        int rank,
        ConfidenceInterval ranks,
        List<Integer> tiedWith,
        double rankStability,
        Map<Dimension, DimensionScore> dimensions) {

    /** Copies what it is given. */
    public Scorecard {
        tiedWith = List.copyOf(tiedWith);
        dimensions = Map.copyOf(dimensions);
    }

    /** How it does in one dimension. */
    public DimensionScore of(Dimension dimension) {
        return Objects.requireNonNull(dimensions.get(dimension), dimension::word);
    }
}
