package io.plimsoll.demo.history;

/**
 * Random numbers that are a pure function of seed, stream and index, so that any slot of any series can be drawn again without
 * drawing the ones before it. The mixing step is SplitMix64 (Steele, Lea, Flood 2014).
 */
public record Noise(long seed) {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1.0p-53;

    /** An independent stream named {@code name}. */
    public Noise stream(String name) {
        long hash = seed;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash + GOLDEN + name.charAt(i));
        }
        return new Noise(hash);
    }

    /** Uniform in [0, 1). */
    public double uniform(long index) {
        return (mix(seed + GOLDEN * index) >>> 11) * UNIT;
    }

    /** Uniform among 0 .. {@code bound} - 1. */
    public int below(int bound, long index) {
        return (int) (uniform(index) * bound);
    }

    /** About standard normal: the sum of twelve uniforms less six. */
    public double normal(long index) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += uniform(index * 12 + i);
        }
        return sum;
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long x = (y ^ (y >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
