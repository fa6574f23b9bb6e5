package io.plimsoll.statistics.promise;

import org.apache.commons.math3.distribution.GammaDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
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

    int draw(RandomGenerator random) {
        double rate = mean;
        if (overdispersion > 0 && mean > 0) {
            rate = new GammaDistribution(random, 1 / overdispersion, mean * overdispersion).sample();
        }
        return rate > 0 ? new PoissonDistribution(random, rate, 1e-12, 10_000).sample() : 0;
    }
}
