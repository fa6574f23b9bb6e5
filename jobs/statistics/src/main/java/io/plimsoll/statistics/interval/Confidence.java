package io.plimsoll.statistics.interval;

import org.apache.commons.math3.distribution.NormalDistribution;

/**
 * How sure an interval is, such as 0.95.
 *
 * @param level in (0, 1)
 */
public record Confidence(double level) {
    /** 0.95, what is published when nothing else is said. */
    public static final Confidence DEFAULT = new Confidence(0.95);

    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /**
     * Checks the level.
     *
     * @throws IllegalArgumentException outside (0, 1)
     */
    public Confidence {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("confidence " + level + " is not between 0 and 1, both excluded");
        }
    }

    /** What a two-sided interval leaves outside at each end: {@code (1 − level) / 2}. */
    public double tail() {
        return (1 - level) / 2;
    }

    /** Normal deviate of a two-sided interval: 1.96 at 0.95. */
    public double twoSidedDeviate() {
        return NORMAL.inverseCumulativeProbability(1 - tail());
    }

    /** Normal deviate of a one-sided bound: 1.645 at 0.95. */
    public double oneSidedDeviate() {
        return NORMAL.inverseCumulativeProbability(level);
    }
}
