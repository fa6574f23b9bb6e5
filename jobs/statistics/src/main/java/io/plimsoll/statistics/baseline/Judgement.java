package io.plimsoll.statistics.baseline;

/**
 * One value beside its baseline.
 *
 * @param expected the baseline at this time; NaN for the first value of a series
 * @param allowed deviation above which a single value is an anomaly: the band is {@code expected ± allowed}; infinite while the series is not watched long enough
 * @param score how many margins the deviation makes, the larger of the single value's and the short term's: above 1 is an anomaly. 0 when not judged, infinite when nothing ever deviated before.
 * @param alert whether this anomaly is the one to tell of: the first since the hold
 */
public record Judgement(double expected, double allowed, double score, boolean alert) {
    /** What is said of a value that was not received. */
    static final Judgement MISSING = new Judgement(Double.NaN, Double.POSITIVE_INFINITY, 0, false);

    /** Whether the value is out of the ordinary. */
    public boolean anomalous() {
        return score > 1;
    }
}
