package io.plimsoll.statistics.capacity;

import org.apache.commons.math3.distribution.NormalDistribution;

/** How many servers a load needs so that few requests wait. */
public final class Queueing {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    private Queueing() {}

    /**
     * Square-root staffing: {@code ceil(a + β·√a)} for a load of {@code a} servers kept busy (rate × service time); 0 without load.
     *
     * @param load not negative
     * @param beta quality of service, not negative; see {@link #waitProbability}
     */
    public static int servers(double load, double beta) {
        if (!(load >= 0) || !(beta >= 0) || Double.isInfinite(load + beta)) {
            throw new IllegalArgumentException(
                    "load " + load + " with beta " + beta + ": expected numbers that are not negative");
        }
        return Math.toIntExact((long) Math.ceil(load + beta * Math.sqrt(load)));
    }

    /** Probability that a request waits under {@link #servers}, in the limit of many: {@code 1 / (1 + β·Φ(β)/φ(β))} (Halfin and Whitt 1981). 1 at β = 0. */
    public static double waitProbability(double beta) {
        return 1 / (1 + beta * NORMAL.cumulativeProbability(beta) / NORMAL.density(beta));
    }

    /**
     * Share of processor time to keep free on a machine of so many cores, {@code 0.712 / cores^0.448}: larger machines run hotter for the same wait (fit of Netflix's service-capacity-modeling).
     *
     * @param cores positive
     */
    public static double headroom(double cores) {
        if (!(cores > 0)) {
            throw new IllegalArgumentException("headroom of " + cores + " cores: expected a positive number");
        }
        return 0.712 / Math.pow(cores, 0.448);
    }
}
