package io.plimsoll.statistics.capacity;

import java.util.Arrays;
import java.util.List;

/**
 * What if: demand that grows, is launched or retired, units that fail or are added. It changes the paths and the capacity that {@link Exhaustion} reads.
 *
 * @param growth factor on the demand there is, not negative; 1.2 is a fifth more
 * @param launched demand added from {@code fromStep} on, in the capacity's unit; negative is retired. Demand never falls below 0.
 * @param fromStep first step of growth and launch, at least 1
 * @param units units added, negative for units lost, each as large as one there is
 */
public record CapacityScenario(double growth, double launched, int fromStep, int units) {
    /** Nothing changes. */
    public static final CapacityScenario AS_IS = new CapacityScenario(1, 0, 1, 0);

    /** A unit is lost. */
    public static final CapacityScenario UNIT_LOST = new CapacityScenario(1, 0, 1, -1);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public CapacityScenario {
        if (!(growth >= 0) || Double.isInfinite(growth) || !Double.isFinite(launched) || fromStep < 1) {
            throw new IllegalArgumentException("scenario of growth " + growth + " and launch " + launched
                    + " from step " + fromStep + ": expected >= 0, a number and at least 1");
        }
    }

    /** The paths of demand under the scenario, copies. */
    public List<double[]> demand(List<double[]> paths) {
        return paths.stream().map(this::demand).toList();
    }

    /**
     * The capacity under the scenario. Losing a unit leaves the buffer and the failures that must not be felt as they are, as far as there are units left to fail.
     *
     * @throws IllegalArgumentException when no unit is left
     */
    public UsableCapacity capacity(UsableCapacity capacity) {
        int left = capacity.units() + units;
        if (left < 1) {
            throw new IllegalArgumentException(
                    "scenario takes " + -units + " of " + capacity.units() + " units: none is left");
        }
        return new UsableCapacity(
                capacity.raw() * left / capacity.units(), left, Math.min(capacity.failures(), left), capacity.buffer());
    }

    private double[] demand(double[] path) {
        double[] changed = path.clone();
        Arrays.setAll(changed, i -> i + 1 < fromStep ? path[i] : Math.max(0, path[i] * growth + launched));
        return changed;
    }
}
