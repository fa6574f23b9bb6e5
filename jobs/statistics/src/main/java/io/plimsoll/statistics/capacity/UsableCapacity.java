package io.plimsoll.statistics.capacity;

/**
 * What may be used of what was bought: {@code usable = raw · (N − k)/N · (1 − buffer)}.
 *
 * @param raw of all units together, positive, in any unit
 * @param units how many share it, at least 1
 * @param failures units whose loss must not be felt, from 0 to {@code units}
 * @param buffer share kept free, in [0, 1)
 */
public record UsableCapacity(double raw, int units, int failures, double buffer) {
    private static final double ROUNDING = 1e-9;

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public UsableCapacity {
        if (!(raw > 0) || Double.isInfinite(raw)) {
            throw new IllegalArgumentException("raw capacity " + raw + ": expected a positive number");
        }
        if (units < 1 || failures < 0 || failures > units) {
            throw new IllegalArgumentException("capacity of " + units + " units without " + failures
                    + ": expected 0 <= failures <= units, units >= 1");
        }
        if (!(buffer >= 0 && buffer < 1)) {
            throw new IllegalArgumentException("buffer " + buffer + " is not in [0, 1)");
        }
    }

    /** The usable part; 0 when every unit may fail. */
    public double usable() {
        return raw * (units - failures) / units * (1 - buffer);
    }

    /** {@code usable − used}; negative when more is used than may be. */
    public double headroom(double used) {
        return usable() - used;
    }

    /** The raw size whose usable part, used to the target share, carries a demand: {@code demand / target} blown up by the buffer and the units that may fail. Infinite when all may fail.
     *
     * @param target utilisation aimed at, in (0, 1]
     */
    public double recommendedRaw(double demand, double target) {
        if (!(target > 0 && target <= 1)) {
            throw new IllegalArgumentException("target utilisation " + target + " is not in (0, 1]");
        }
        return demand / target / (usable() / raw);
    }

    /**
     * The raw size that can be ordered and holds a wanted one: what there is, and whole steps more or fewer.
     *
     * @param wanted raw size, finite
     * @param step smallest amount that can be ordered, not negative; 0 for any amount
     */
    public double orderable(double wanted, double step) {
        if (!(step >= 0) || !Double.isFinite(wanted)) {
            throw new IllegalArgumentException(
                    "size " + wanted + " by steps of " + step + ": expected a number and >= 0");
        }
        // A step too many for the last digit of a division would be money.
        return step == 0 ? wanted : raw + Math.ceil((wanted - raw) / step - ROUNDING) * step;
    }
}
