package io.plimsoll.statistics.capacity;

import io.plimsoll.statistics.interval.Proportion;
import io.plimsoll.statistics.interval.Sample;
import java.util.Arrays;
import java.util.Optional;

/**
 * The size that past use asks for.
 *
 * @param quantile of use that must fit, in (0, 1]
 * @param targetUtilisation share of the size that this quantile may take, in (0, 1]
 * @param fewest values below which nothing is recommended
 */
public record Rightsizing(double quantile, double targetUtilisation, int fewest) {
    /** The 99th percentile at 80 % of the size, from at least 100 values. */
    public static final Rightsizing DEFAULT = new Rightsizing(0.99, 0.8, 100);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public Rightsizing {
        if (!(quantile > 0 && quantile <= 1) || !(targetUtilisation > 0 && targetUtilisation <= 1) || fewest < 1) {
            throw new IllegalArgumentException("rightsizing by quantile " + quantile + " at utilisation "
                    + targetUtilisation + " from " + fewest + " values: expected (0, 1], (0, 1] and at least 1");
        }
    }

    /** {@code quantile(use) / targetUtilisation}; empty with fewer values than needed. NaN is a value that was not received. */
    public Optional<Double> size(double[] used) {
        double[] there =
                Arrays.stream(used).filter(value -> !Double.isNaN(value)).toArray();
        return Sample.of(there)
                .filter(sample -> sample.size() >= fewest)
                .map(sample -> sample.quantile(quantile) / targetUtilisation);
    }

    /**
     * The performance risk, walked forward: at each block the size is recommended from everything before it and the block's values above that size are counted. Hits over trials is the share of
     * later samples that would have exceeded the recommendation; no trials where the past never was long enough.
     *
     * @param used in time order; NaN is a value that was not received
     * @param block values between two recommendations, at least 1
     */
    public Proportion exceeded(double[] used, int block) {
        if (block < 1) {
            throw new IllegalArgumentException("walking forward by " + block + " values: expected at least 1");
        }
        long above = 0;
        long judged = 0;
        for (int from = block; from < used.length; from += block) {
            Optional<Double> size = size(Arrays.copyOf(used, from));
            if (size.isEmpty()) {
                continue;
            }
            for (int i = from; i < Math.min(from + block, used.length); i++) {
                judged += Double.isNaN(used[i]) ? 0 : 1;
                above += used[i] > size.get() ? 1 : 0;
            }
        }
        return new Proportion(above, judged);
    }

    /** What a change of size saves a period when cost goes with size: {@code cost · (1 − recommended/current)}; negative when it must grow. */
    public static double saving(double cost, double current, double recommended) {
        return cost * (1 - recommended / current);
    }
}
