package io.plimsoll.statistics.baseline;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a value is an anomaly: its deviation from the baseline, or the mean deviation of the last {@code shortTerm}, is more than {@code margin} times the largest of the
 * {@code memory} before it.
 *
 * <p>A record and not a multiple of a spread: metric deviations have heavy tails, whose spread says little of their largest (on a steady series a new record becomes rare by itself). One
 * rule serves all series, whatever their unit.
 *
 * @param margin at least 1
 * @param memory how far back a deviation counts as usual, and how long a series is watched before anything is judged; positive
 * @param fewestValues the memory reaches back for so many values where {@code memory} alone holds fewer: the largest of a few is soon beaten by chance. Positive.
 * @param shortTerm over which lasting deviations add up, positive
 * @param hold no second alert for so long after one, not negative
 * @param smallestDeviation below this, in the metric's unit, nothing is an anomaly; not negative. For counts that are nearly always 0 set what is worth a look.
 */
public record BaselineRule(
        double margin, Duration memory, int fewestValues, Duration shortTerm, Duration hold, double smallestDeviation)
        implements Serializable {
    /** 1.2 times the largest deviation of two days and no fewer than 500 values, one hour, one alert a day. */
    public static final BaselineRule DEFAULT =
            new BaselineRule(1.2, Duration.ofDays(2), 500, Duration.ofHours(1), Duration.ofDays(1), 0);

    /**
     * Checks the figures.
     *
     * @throws IllegalArgumentException when one is outside its domain
     */
    public BaselineRule {
        if (!(margin >= 1) || !(smallestDeviation >= 0)) {
            throw new IllegalArgumentException("margin " + margin + " and smallest deviation " + smallestDeviation
                    + ": expected at least 1 and at least 0");
        }
        if (memory.toSeconds() < 1 || fewestValues < 1 || shortTerm.toSeconds() < 1 || hold.isNegative()) {
            throw new IllegalArgumentException("memory " + memory + " of " + fewestValues + " values, short term "
                    + shortTerm + " and hold " + hold + ": expected at least a second, one, a second and none");
        }
    }
}
