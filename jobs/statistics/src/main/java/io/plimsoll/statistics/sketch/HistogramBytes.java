package io.plimsoll.statistics.sketch;

import java.util.Arrays;

/**
 * The bytes of a {@link LogHistogram}: the form's number, the number of buckets, then for each bucket in ascending order its
 * distance from the one before (the first: from 0, zigzag) and its count. All numbers are varints of seven bits a byte, lowest
 * first.
 */
final class HistogramBytes {

    private static final byte FORM = 1;
    private static final int LONGEST_INT = 5;
    private static final int LONGEST_LONG = 10;

    private final byte[] bytes;
    private int position;

    private HistogramBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes of the first {@code size} buckets and their counts. */
    static byte[] write(int[] buckets, long[] counts, int size) {
        HistogramBytes out = new HistogramBytes(new byte[1 + LONGEST_INT + size * (LONGEST_INT + LONGEST_LONG)]);
        out.bytes[out.position++] = FORM;
        out.put(size);
        for (int i = 0; i < size; i++) {
            out.put(i == 0 ? zigzag(buckets[0]) : (long) buckets[i] - buckets[i - 1]);
            out.put(counts[i]);
        }
        return Arrays.copyOf(out.bytes, out.position);
    }

    /**
     * The histogram in the bytes.
     *
     * @throws IllegalArgumentException when they are not a histogram
     */
    static LogHistogram read(byte[] bytes) {
        HistogramBytes in = new HistogramBytes(bytes);
        if (bytes.length == 0 || bytes[in.position++] != FORM) {
            throw in.broken();
        }
        int size = in.size();
        int[] buckets = new int[size];
        long[] counts = new long[size];
        for (int i = 0; i < size; i++) {
            long step = in.next();
            buckets[i] = i == 0 ? unzigzag(step) : in.after(buckets[i - 1], step);
            counts[i] = in.next();
            if (counts[i] <= 0) {
                throw in.broken();
            }
        }
        if (in.position != bytes.length) {
            throw in.broken();
        }
        return new LogHistogram(buckets, counts);
    }

    private int size() {
        long size = next();
        if (size < 0 || size > bytes.length) {
            throw broken();
        }
        return (int) size;
    }

    private int after(int bucket, long step) {
        long next = bucket + step;
        if (step <= 0 || next > Integer.MAX_VALUE) {
            throw broken();
        }
        return (int) next;
    }

    private void put(long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes[position++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes[position++] = (byte) rest;
    }

    private long next() {
        long number = 0;
        for (int shift = 0; shift < 7 * LONGEST_LONG; shift += 7) {
            if (position == bytes.length) {
                throw broken();
            }
            byte part = bytes[position++];
            number |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return number;
            }
        }
        throw broken();
    }

    private IllegalArgumentException broken() {
        return new IllegalArgumentException(
                "not the bytes of a histogram: " + bytes.length + " bytes, wrong at byte " + position);
    }

    private static long zigzag(int number) {
        return Integer.toUnsignedLong((number << 1) ^ (number >> 31));
    }

    private static int unzigzag(long number) {
        return (int) (number >>> 1) ^ -(int) (number & 1);
    }
}
