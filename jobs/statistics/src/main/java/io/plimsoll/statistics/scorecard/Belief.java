package io.plimsoll.statistics.scorecard;

import io.plimsoll.statistics.interval.Confidence;
import io.plimsoll.statistics.interval.ConfidenceInterval;
import java.util.Arrays;

/** What is believed of a score: equally likely values of it, and what is published of it. */
final class Belief {
    static final int STRATA = 200;

    private final double[] values;
    private final DimensionScore dimension;

    Belief(double[] values, DimensionScore dimension) {
        this.values = values;
        this.dimension = dimension;
    }

    /** {@link #STRATA} equally likely values, in any order. */
    double[] values() {
        return values;
    }

    DimensionScore dimension() {
        return dimension;
    }

    /** A score that is known. */
    static Belief known(double score, double ownWeight) {
        double[] values = new double[STRATA];
        Arrays.fill(values, score);
        return new Belief(values, new DimensionScore(score, new ConfidenceInterval(score, score), ownWeight));
    }

    /** Nothing is known: every score in [0, 1] is as likely as any other. */
    static Belief unknown() {
        double[] values = new double[STRATA];
        Arrays.setAll(values, i -> (i + 0.5) / STRATA);
        double tail = Confidence.DEFAULT.tail();
        return new Belief(values, new DimensionScore(0.5, new ConfidenceInterval(tail, 1 - tail), 0));
    }
}
