package io.plimsoll.statistics.promise;

import java.util.function.IntSupplier;
import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * How many outages a period has: negative binomial as a Poisson count whose rate is gamma distributed from period to period.
 *
 * @param mean outages a period, not negative
 * @param overdispersion variance beyond Poisson over the squared mean, {@code (var − mean)/mean²}; 0 is Poisson
 */
record OutageCounts(double mean, double overdispersion) {
    /** By moments; a variance below the mean is taken as Poisson. {@code mean} is given, for it carries its own uncertainty. */
    static OutageCounts of(int[] counts, double mean) {
        double sampleMean = 0;
        for (int count : counts) {
            sampleMean += (double) count / counts.length;
        }
        double squares = 0;
        for (int count : counts) {
            squares += (count - sampleMean) * (count - sampleMean);
        }
        if (counts.length < 2 || sampleMean == 0) {
            return new OutageCounts(mean, 0);
        }
        double excess = squares / (counts.length - 1) - sampleMean;
        return new OutageCounts(mean, Math.max(0, excess / (sampleMean * sampleMean)));
    }

    /** Draws counts, one a call. */
    IntSupplier draws(RandomGenerator random) {
        if (mean == 0 || overdispersion == 0) {
            return () -> arrivals(mean, random);
        }
        GammaDistribution rates = new GammaDistribution(random, 1 / overdispersion, mean * overdispersion);
        return () -> arrivals(rates.sample(), random);
    }

    /** A Poisson count as arrivals in a unit of time. */
    private static int arrivals(double rate, RandomGenerator random) {
        int count = 0;
        double used = -Math.log(1 - random.nextDouble());
        while (used < rate) {
            count++;
            used -= Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
