package io.plimsoll.statistics.interval;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.distribution.BinomialDistribution;

/** Finite numbers in ascending order. Never empty: what is said of a sample is said of at least one value. */
public final class Sample {
    private final double[] sorted;

    private Sample(double[] sorted) {
        this.sorted = sorted;
    }

    /**
     * The numbers, copied and sorted; empty when there are none.
     *
     * @throws IllegalArgumentException when one is NaN or infinite: what is missing is left out by the caller, who also counts it
     */
    public static Optional<Sample> of(double... values) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException("value " + i + " of the sample is " + values[i] + ", not a number");
            }
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? Optional.empty() : Optional.of(new Sample(sorted));
    }

    /** How many numbers. */
    public int size() {
        return sorted.length;
    }

    /** The largest. */
    public double max() {
        return sorted[sorted.length - 1];
    }

    /**
     * The quantile by linear interpolation between order statistics, {@code x[(n − 1)·level]} (Hyndman and Fan 1996, type 7; R's and numpy's default). One value is
     * every quantile.
     *
     * @param level in [0, 1]
     * @throws IllegalArgumentException outside [0, 1]
     */
    public double quantile(double level) {
        if (!(level >= 0 && level <= 1)) {
            throw new IllegalArgumentException("quantile level " + level + " is not in [0, 1]");
        }
        double position = (sorted.length - 1) * level;
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** The middle: {@code quantile(0.5)}. */
    public double median() {
        return quantile(0.5);
    }

    /** {@code exp(mean(ln x))}; 0 when a value is 0. NaN when a value is negative. */
    public double geometricMean() {
        return Math.exp(Arrays.stream(sorted).map(Math::log).average().orElseThrow());
    }

    /** Share of the sample strictly above a limit. */
    public double shareAbove(double limit) {
        return (double) Arrays.stream(sorted).filter(value -> value > limit).count() / sorted.length;
    }

    /**
     * Interval of a quantile of the population, without any assumption on its shape: the order statistics {@code x(l), x(u)} that leave at most {@code α/2} at each
     * end, the count below the quantile being binomial (Hahn and Meeker 1991, 5.2). Empty when the sample is too small to have such an end: the median at 0.95 needs six values.
     *
     * @param level in (0, 1)
     */
    public Optional<ConfidenceInterval> quantileInterval(double level, Confidence confidence) {
        BinomialDistribution below = new BinomialDistribution(null, sorted.length, level);
        int low = 0;
        while (below.cumulativeProbability(low) <= confidence.tail()) {
            low++;
        }
        int high = sorted.length;
        while (1 - below.cumulativeProbability(high - 1) <= confidence.tail()) {
            high--;
        }
        if (low == 0 || high == sorted.length) {
            return Optional.empty();
        }
        return Optional.of(new ConfidenceInterval(sorted[low - 1], sorted[high]));
    }

    /** The numbers in ascending order, a copy. */
    public double[] toArray() {
        return sorted.clone();
    }
}
