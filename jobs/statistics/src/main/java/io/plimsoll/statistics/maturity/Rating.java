package io.plimsoll.statistics.maturity;

/**
 * How far a practice is achieved, on the four-point scale of ISO/IEC 33020. What has too little evidence is no rating, and never
 * a pass.
 */
public enum Rating {
    /** Too little or only stale evidence. */
    NOT_EVIDENCED("not_evidenced", 0),
    /** Hardly at all. */
    NOT_ACHIEVED("N", 0),
    /** In part. */
    PARTIALLY("P", 1.0 / 3),
    /** To a large extent. */
    LARGELY("L", 2.0 / 3),
    /** Throughout. */
    FULLY("F", 1);

    private final String code;
    private final double achievement;

    Rating(String code, double achievement) {
        this.code = code;
        this.achievement = achievement;
    }

    /**
     * The rating of a lower bound: greater than a threshold is needed, as the scale's ranges include their upper ends.
     *
     * @param lowerBound ratio in [0,1] that the practice is achieved to at least
     * @param partially above it partially achieved
     * @param largely above it largely achieved
     * @param fully above it fully achieved
     */
    public static Rating of(double lowerBound, double partially, double largely, double fully) {
        if (lowerBound > fully) {
            return FULLY;
        }
        if (lowerBound > largely) {
            return LARGELY;
        }
        return lowerBound > partially ? PARTIALLY : NOT_ACHIEVED;
    }

    /** The rating of a code. */
    public static Rating ofCode(String code) {
        for (Rating rating : values()) {
            if (rating.code.equals(code)) {
                return rating;
            }
        }
        throw new IllegalArgumentException("'" + code + "' is no rating");
    }

    /** N, P, L, F or not_evidenced, as it is published. */
    public String code() {
        return code;
    }

    /** Share of the practice that counts in the continuous profile: 0, 1/3, 2/3 or 1. */
    public double achievement() {
        return achievement;
    }

    /** Whether it is this rating or a better one. */
    public boolean isAtLeast(Rating other) {
        return compareTo(other) >= 0;
    }
}
