package io.plimsoll.statistics.sketch;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The exact sum of doubles, rounded once at the end: the same double for every order of the values and every split of them.
 * Values of like magnitude are added as integers in a window of 128 bits, as in Neal's superaccumulators (Fast exact summation
 * using small and large superaccumulators, 2015) but with one window that moves; what leaves it is held as a few doubles that do
 * not overlap and whose exact sum it is (Shewchuk: Adaptive precision floating-point arithmetic, 1997). A sum that leaves the
 * range of a double is infinite. Not safe for use by several threads.
 */
public final class ExactSum {

    private static final int FRACTION_BITS = 52;
    private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
    private static final long FRACTION_MASK = HIDDEN_BIT - 1;
    private static final int EXPONENT_MASK = 0x7ff;

    /** Exponent of the last bit of a double whose stored exponent is 0. */
    private static final int UNIT = Double.MIN_EXPONENT - FRACTION_BITS - 1;

    /** A value's 53 bits are moved up by at most this, so that 2^20 values stay below 2^126. */
    private static final int MOST_SHIFT = 52;

    private static final int MOST_VALUES = 1 << 20;

    /** Bits of the window that one double takes when it is emptied. */
    private static final int PIECE_BITS = 48;

    private static final long PIECE_MASK = (1L << PIECE_BITS) - 1;

    /** The window, a signed integer of 128 bits in units of 2^(windowStart + UNIT). */
    private long high;

    private long low;
    private int windowStart;
    private int valuesLeft;

    private double[] parts = new double[8];
    private int size;

    /** Adds one finite value. */
    public void add(double value) {
        long bits = Double.doubleToRawLongBits(value);
        int stored = (int) (bits >>> FRACTION_BITS) & EXPONENT_MASK;
        if (stored == EXPONENT_MASK) {
            addPart(value);
            return;
        }
        int exponent = Math.max(stored, 1);
        int shift = exponent - windowStart;
        if (shift < 0 || shift > MOST_SHIFT || valuesLeft == 0) {
            moveWindow(exponent);
            shift = exponent - windowStart;
        }
        valuesLeft--;
        long magnitude = (bits & FRACTION_MASK) | (stored == 0 ? 0 : HIDDEN_BIT);
        addToWindow(bits < 0 ? -magnitude : magnitude, shift);
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
        emptyWindow();
        ByteBuffer out = ByteBuffer.allocate(size * Double.BYTES);
        for (int i = 0; i < size; i++) {
            out.putDouble(parts[i]);
        }
        return out.array();
    }

    /** The sum, correctly rounded to the nearest double, halves to even. */
    public double value() {
        emptyWindow();
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
        high = 0;
        low = 0;
        valuesLeft = 0;
        size = 0;
    }

    private void addToWindow(long value, int shift) {
        long added = value << shift;
        low += added;
        long carry = Long.compareUnsigned(low, added) < 0 ? 1 : 0;
        high += (value >> 1 >> (Long.SIZE - 1 - shift)) + carry;
    }

    /** Puts values of this exponent into the middle of the window. */
    private void moveWindow(int exponent) {
        emptyWindow();
        windowStart = exponent - MOST_SHIFT / 2;
        valuesLeft = MOST_VALUES;
    }

    /** Every value is a multiple of the smallest double, so the pieces are doubles without rounding. */
    private void emptyWindow() {
        if (high != 0 || low != 0) {
            int unit = windowStart + UNIT;
            long middle = (low >>> PIECE_BITS) | ((high << (Long.SIZE - PIECE_BITS)) & PIECE_MASK);
            addPart(Math.scalb((double) (low & PIECE_MASK), unit));
            addPart(Math.scalb((double) middle, unit + PIECE_BITS));
            addPart(Math.scalb((double) (high >> (2 * PIECE_BITS - Long.SIZE)), unit + 2 * PIECE_BITS));
            high = 0;
            low = 0;
        }
        valuesLeft = 0;
    }

    private void addPart(double value) {
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
