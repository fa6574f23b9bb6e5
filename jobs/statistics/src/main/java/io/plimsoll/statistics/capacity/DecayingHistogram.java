package io.plimsoll.statistics.capacity;

import java.util.Arrays;

/**
 * Weights of values in buckets, old ones counting half after each half-life: what the Kubernetes Vertical Pod Autoscaler sizes by. A percentile is the upper end of its bucket, so
 * it is never below the true one.
 */
public final class DecayingHistogram {
    private static final int LARGEST_EXPONENT = 100;

    private final double bucketSize;
    private final double halfLifeSeconds;
    private final double negligible;
    private final double[] weights;
    private double total;
    private double referenceSecond;

    /**
     * An empty histogram.
     *
     * @param largest values at and above it fall into the last bucket; positive
     * @param bucketSize width of a bucket, positive
     * @param halfLifeSeconds positive; infinite for no decay
     * @param negligible a bucket that weighs less counts as empty, not negative
     * @throws IllegalArgumentException when a figure is outside its domain
     */
    public DecayingHistogram(double largest, double bucketSize, double halfLifeSeconds, double negligible) {
        if (!(largest > 0) || !(bucketSize > 0) || !(halfLifeSeconds > 0) || !(negligible >= 0)) {
            throw new IllegalArgumentException(
                    "histogram up to " + largest + " by " + bucketSize + " with half-life " + halfLifeSeconds
                            + " and negligible weight " + negligible + ": expected positive numbers and >= 0");
        }
        this.bucketSize = bucketSize;
        this.halfLifeSeconds = halfLifeSeconds;
        this.negligible = negligible;
        this.weights = new double[Math.toIntExact((long) Math.ceil(largest / bucketSize)) + 1];
    }

    /**
     * Adds a value.
     *
     * @param value not negative
     * @param weight not negative
     * @param second when; older values than those added before are welcome
     * @throws IllegalArgumentException when value or weight is negative, NaN or infinite
     */
    public void add(double value, double weight, double second) {
        if (!(value >= 0) || !(weight >= 0) || Double.isInfinite(value + weight)) {
            throw new IllegalArgumentException(
                    "value " + value + " of weight " + weight + ": expected numbers that are not negative");
        }
        if ((second - referenceSecond) / halfLifeSeconds > LARGEST_EXPONENT) {
            moveReference(second);
        }
        double decayed = weight * Math.pow(2, (second - referenceSecond) / halfLifeSeconds);
        weights[(int) Math.min(value / bucketSize, weights.length - 1.0)] += decayed;
        total += decayed;
    }

    /**
     * The upper end of the bucket in which a share of the weight is reached; of the last bucket the lower end, for it has no other. 0 for an empty histogram.
     *
     * @param share in [0, 1]
     */
    public double percentile(double share) {
        int last = weights.length - 1;
        while (last > 0 && isEmpty(last)) {
            last--;
        }
        if (isEmpty(last)) {
            return 0;
        }
        int bucket = 0;
        while (isEmpty(bucket)) {
            bucket++;
        }
        double sum = weights[bucket];
        while (bucket < last && sum < share * total) {
            bucket++;
            sum += weights[bucket];
        }
        return Math.min(bucket + 1, weights.length - 1) * bucketSize;
    }

    private boolean isEmpty(int bucket) {
        return weights[bucket] <= negligible;
    }

    /** Weights relative to a later time keep their digits. */
    private void moveReference(double second) {
        double halfLives = Math.rint((second - referenceSecond) / halfLifeSeconds);
        double factor = Math.pow(2, -halfLives);
        Arrays.setAll(weights, bucket -> weights[bucket] * factor);
        total = Arrays.stream(weights).filter(weight -> weight > negligible).sum();
        referenceSecond += halfLives * halfLifeSeconds;
    }
}
