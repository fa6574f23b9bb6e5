package io.plimsoll.statistics.interval;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;

/**
 * Percentile bootstrap (Efron and Tibshirani 1993, chapter 13): the statistic over samples drawn with replacement. The same seed and the same sample give the same interval,
 * in whatever order the sample came.
 *
 * @param replicates how many samples are drawn, at least 100
 * @param confidence two-sided
 * @param seed of the generator (Well19937c)
 */
public record Bootstrap(int replicates, Confidence confidence, long seed) {
    /** 2,000 replicates at 0.95. */
    public static final Bootstrap DEFAULT = new Bootstrap(2_000, Confidence.DEFAULT, 20_000);

    private static final int FEWEST = 100;

    /**
     * Checks the number of replicates.
     *
     * @throws IllegalArgumentException below 100
     */
    public Bootstrap {
        if (replicates < FEWEST) {
            throw new IllegalArgumentException(
                    replicates + " replicates are too few for a bootstrap interval: take at least " + FEWEST);
        }
    }

    /** The interval of a statistic. A single value gives an interval of no width: read it with the sample's size beside it. */
    public ConfidenceInterval interval(Sample sample, ToDoubleFunction<Sample> statistic) {
        RandomGenerator random = new Well19937c(seed);
        double[] values = sample.toArray();
        double[] statistics = new double[replicates];
        double[] drawn = new double[values.length];
        for (int i = 0; i < replicates; i++) {
            Arrays.setAll(drawn, slot -> values[random.nextInt(values.length)]);
            statistics[i] = statistic.applyAsDouble(Sample.of(drawn).orElseThrow());
        }
        Sample replicated = Sample.of(statistics).orElseThrow();
        return new ConfidenceInterval(
                replicated.quantile(confidence.tail()), replicated.quantile(1 - confidence.tail()));
    }
}
