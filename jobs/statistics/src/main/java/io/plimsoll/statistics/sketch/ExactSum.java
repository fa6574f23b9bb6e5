package io.plimsoll.statistics.sketch;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The exact sum of doubles, rounded once at the end: the same double for every order of the values and every split of them. Held
 * as a few doubles that do not overlap and whose exact sum it is (Shewchuk: Adaptive precision floating-point arithmetic, 1997).
 * A sum that leaves the range of a double is infinite. Not safe for use by several threads.
 */
public final class ExactSum {

    private double[] parts = new double[8];
    private int size;

    /** Adds one finite value. */
    public void add(double value) {
        double rest = value;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double part = parts[i];
            double sum = rest + part;
            double of = sum - rest;
            double error = (rest - (sum - of)) + (part - of);
            if (error != 0 && Double.isFinite(sum)) {
                parts[kept++] = error;
            }
            rest = sum;
        }
        append(kept, rest);
    }

    /** Adds the sum that {@link #encoded()} wrote. */
    public void addEncoded(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            add(in.getDouble());
        }
    }

    /** Doubles, big-endian, whose exact sum this is; no bytes for a sum of 0. Equal sums may have different bytes. */
    public byte[] encoded() {
        ByteBuffer out = ByteBuffer.allocate(size * Double.BYTES);
        for (int i = 0; i < size; i++) {
            out.putDouble(parts[i]);
        }
        return out.array();
    }

    /** The sum, correctly rounded to the nearest double, halves to even. */
    public double value() {
        int i = size - 1;
        if (i < 0) {
            return 0;
        }
        double high = parts[i];
        double low = 0;
        while (i > 0 && low == 0) {
            double before = high;
            double part = parts[--i];
            high = before + part;
            low = part - (high - before);
        }
        return i > 0 && Math.signum(low) == Math.signum(parts[i - 1]) ? roundedAway(high, low) : high;
    }

    /** Forgets what was added. */
    public void clear() {
        size = 0;
    }

    private void append(int kept, double rest) {
        size = kept;
        if (rest != 0) {
            if (size == parts.length) {
                parts = Arrays.copyOf(parts, 2 * size);
            }
            parts[size++] = rest;
        }
    }

    /** Half a unit in the last place was cut to even although what follows lies beyond the half. */
    private static double roundedAway(double high, double low) {
        double twice = low * 2;
        double away = high + twice;
        return away - high == twice ? away : high;
    }
}
