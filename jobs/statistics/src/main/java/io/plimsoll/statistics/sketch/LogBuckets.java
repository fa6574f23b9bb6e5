package io.plimsoll.statistics.sketch;

/**
 * Buckets whose width is a fixed share of their value: 35 to each power of two, numbered in the order of the values. Bucket 0
 * holds zero, positive numbers hold positive values, and bucket -k mirrors bucket k.
 *
 * <p>The logarithm is the cubic interpolation of Masson, Rim and Lee's DDSketch: {@code log2(2^e (1 + s)) ~ e + 6/35 s^3 - 3/5 s^2
 * + 10/7 s}. Its slope against {@code ln x} is at least 10/7, so a bucket spans at most {@code exp(7 / (10 * 35)) = exp(0.02)} and
 * its middle lies within {@code tanh(0.01) < 1 %} of every value in it. Additions and multiplications alone give the same bucket
 * on every machine, which a library's logarithm does not promise.
 */
final class LogBuckets {

    private static final int PER_POWER = 35;
    private static final int FRACTION_BITS = 52;
    private static final long FRACTION_MASK = (1L << FRACTION_BITS) - 1;
    private static final double[] STARTS = starts();

    private LogBuckets() {}

    /**
     * The bucket of a value. Magnitudes below {@link Double#MIN_NORMAL} count as zero.
     *
     * @throws IllegalArgumentException for NaN and infinite values
     */
    static int of(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int exponent = (int) (bits >>> FRACTION_BITS) & 0x7ff;
        if (exponent == 0) {
            return 0;
        }
        if (exponent == 0x7ff) {
            throw new IllegalArgumentException(value + " is not a finite value");
        }
        int bucket = 1 + (exponent - 1) * PER_POWER + (int) (PER_POWER * interpolated(fraction(bits)));
        return bits < 0 ? -bucket : bucket;
    }

    /** A value within 1 % of every value in the bucket: the harmonic mean of its bounds. */
    static double middle(int bucket) {
        if (bucket == 0) {
            return 0;
        }
        int index = Math.abs(bucket) - 1;
        int part = index % PER_POWER;
        double mean = 2 * STARTS[part] * STARTS[part + 1] / (STARTS[part] + STARTS[part + 1]);
        return Math.copySign(Math.scalb(mean, index / PER_POWER + Double.MIN_EXPONENT), bucket);
    }

    private static double fraction(long bits) {
        return Double.longBitsToDouble((bits & FRACTION_MASK) | Double.doubleToRawLongBits(1.0)) - 1;
    }

    private static double interpolated(double fraction) {
        return ((6.0 / 35 * fraction - 3.0 / 5) * fraction + 10.0 / 7) * fraction;
    }

    /** Where each of the buckets between 1 and 2 begins, and 2. */
    private static double[] starts() {
        double[] starts = new double[PER_POWER + 1];
        for (int part = 0; part <= PER_POWER; part++) {
            starts[part] = 1 + inverse((double) part / PER_POWER);
        }
        return starts;
    }

    /** The fraction in [0,1] at which the rising interpolation reaches a height in [0,1], by bisection. */
    private static double inverse(double height) {
        double low = 0;
        double high = 1;
        for (int step = 0; step < FRACTION_BITS; step++) {
            double middle = (low + high) / 2;
            if (interpolated(middle) < height) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }
}
